/**
 * Loads a library by its ABI, ours or a vendor's, as a caller does.
 * @module
 */
import { decodeText, encodeText } from '../charset.js'
import { openLibrary } from '../library.js'

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
  const trans = openLibrary(file)
  return async (strUrl, inData) => {
    const outData = Buffer.alloc(BUFFER_BYTES)
    const [url, request] = [text0(strUrl, charset), text0(inData, charset)]
    const returned = await trans(url, request, outData)
    const end = outData.indexOf(0)
    const text = decodeEither(outData.subarray(0, end), charset)
    return { returned: returned ?? '', outData: text, bytes: end + 1 }
  }
}

/** The reply to pure ASCII may come in either charset. */
function decodeEither(bytes: Buffer, first: CallerCharset) {
  const second = first === 'utf-8' ? 'gb18030' : 'utf-8'
  return decodeText(bytes, first) ?? decodeText(bytes, second)
}

function text0(text: string, charset: CallerCharset): Buffer {
  return Buffer.concat([encodeText(text, charset), Buffer.alloc(1)])
}
