/**
 * Loads a library by its ABI, ours or a vendor's, as a caller does.
 * @module
 */
import { decodeText, encodeText } from '../charset.js'
import { LibraryError, openLibrary, type RawTrans } from '../library.js'
import { text } from '../texts/index.js'
import { CliError } from './output.js'

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
 * Throws a sentence where the file cannot be loaded or has no such export.
 */
export function loadLibrary(
  file: string,
  charset: CallerCharset,
): NationEcTrans {
  const trans = openNamed(file)
  return async (strUrl, inData) => {
    const outData = Buffer.alloc(BUFFER_BYTES)
    const [url, request] = [text0(strUrl, charset), text0(inData, charset)]
    const returned = await trans(url, request, outData)
    const end = outData.indexOf(0)
    const written = decodeEither(outData.subarray(0, end), charset)
    return { returned: returned ?? '', outData: written, bytes: end + 1 }
  }
}

function openNamed(file: string): RawTrans {
  try {
    return openLibrary(file)
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    if (error.lacks === 'export') {
      throw new CliError(text('cli.call.no-export', { file }))
    }
    // The system's own sentence, which may have an end.
    const reason = error.message.replace(/[\s.。]+$/, '')
    const system = `${process.platform} ${process.arch}`
    throw new CliError(text('cli.call.no-library', { file, reason, system }))
  }
}

/** The reply to pure ASCII may come in either charset. */
function decodeEither(bytes: Buffer, first: CallerCharset) {
  const second = first === 'utf-8' ? 'gb18030' : 'utf-8'
  return decodeText(bytes, first) ?? decodeText(bytes, second)
}

function text0(words: string, charset: CallerCharset): Buffer {
  return Buffer.concat([encodeText(words, charset), Buffer.alloc(1)])
}
