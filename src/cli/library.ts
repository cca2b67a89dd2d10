/**
 * Loads a library by its ABI, ours or a vendor's, as a caller does.
 * @module
 */
import koffi from 'koffi'
import { decodeText, encodeText } from '../charset.js'

export type CallerCharset = 'utf-8' | 'gb18030'

/** What a caller of NationEcTrans sees. */
export interface Seen {
  /** The returned status text. */
  returned: string
  /** OutData; undefined where its bytes are no text in any charset. */
  outData: string | undefined
  /** Bytes written to OutData, the NUL included. */
  bytes: number
}

export type NationEcTrans = (strUrl: string, inData: string) => Promise<Seen>

/** Room enough for any build in the field, whatever was promised to it. */
const BUFFER_BYTES = 1024 * 1024

/**
 * NationEcTrans of the library `file` for a caller that writes `charset`.
 * Throws where the file cannot be loaded or has no such export.
 */
export function loadLibrary(
  file: string,
  charset: CallerCharset,
): NationEcTrans {
  const trans = koffi
    .load(file)
    .func(
      'char *__stdcall NationEcTrans(void *strUrl, void *InData, void *OutData)',
    )
  return (strUrl, inData) =>
    new Promise((resolve, reject) => {
      const outData = Buffer.alloc(BUFFER_BYTES)
      const done = (error: Error | null, returned: string) => {
        if (error) return reject(error)
        const end = outData.indexOf(0)
        const text = decodeEither(outData.subarray(0, end), charset)
        resolve({ returned, outData: text, bytes: end + 1 })
      }
      trans.async(text0(strUrl, charset), text0(inData, charset), outData, done)
    })
}

/** The reply to pure ASCII may come in either charset. */
function decodeEither(bytes: Buffer, first: CallerCharset) {
  const second = first === 'utf-8' ? 'gb18030' : 'utf-8'
  return decodeText(bytes, first) ?? decodeText(bytes, second)
}

function text0(text: string, charset: CallerCharset): Buffer {
  return Buffer.concat([encodeText(text, charset), Buffer.alloc(1)])
}
