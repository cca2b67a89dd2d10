/**
 * Calls from native threads of this process, as a host's own program makes
 * them: koffi's asynchronous calls run outside the JavaScript thread.
 * @module
 */
import koffi from 'koffi'
import { addon } from '../../src/addon.js'
import { addonPath, libraryPath } from '../../src/paths.js'

/** enum nec_local_result of native/local.h. */
export const LOCAL = {
  NOBODY: 0,
  REPLIED: 1,
  TIMED_OUT: 2,
  OWN_THREAD: 3,
  TOO_MANY: 4,
  CLOSED: 5,
}

export const URL = 'https://127.0.0.1/'

/** More than the deadline of any test: nothing here ends by time. */
export const LONG_MS = 60_000

/** What a caller of NationEcTrans sees. */
export interface Seen {
  returned: string
  outData: { code: number; [name: string]: unknown }
}

const trans = koffi
  .load(libraryPath())
  .func('char *NationEcTrans(void *strUrl, void *InData, void *OutData)')

const localCall = koffi
  .load(addonPath())
  .func(
    'int nationec_local_call(void *url, uint32_t url_length, ' +
      'void *indata, uint32_t indata_length, uint32_t deadline_ms, ' +
      'void *reply_frame, size_t capacity, void *written)',
  )

/** NationEcTrans on a native thread. */
export function callLibrary(inData: string): Promise<Seen> {
  const outData = Buffer.alloc(addon.limits.REPLY_MAX)
  return new Promise((resolve, reject) => {
    trans.async(
      text(URL),
      text(inData),
      outData,
      (error: Error | null, returned: string) =>
        error ? reject(error) : resolve(seen(returned, outData)),
    )
  })
}

/** NationEcTrans on the JavaScript thread. */
export function callLibraryHere(inData: string): Seen {
  const outData = Buffer.alloc(addon.limits.REPLY_MAX)
  return seen(trans(text(URL), text(inData), outData), outData)
}

/**
 * The addon's own entry on a native thread: a {@link LOCAL} number and the
 * REPLY frame, which is untouched (zeros) unless a reply came.
 */
export function callAddon(
  inData: string,
  deadlineMs: number,
): Promise<{ result: number; frame: Buffer }> {
  const bytes = Buffer.from(inData)
  const frame = Buffer.alloc(2 * addon.limits.REPLY_MAX + 20)
  const written = Buffer.alloc(8)
  return new Promise((resolve, reject) => {
    localCall.async(
      ...[Buffer.from(URL), URL.length, bytes, bytes.length, deadlineMs],
      ...[frame, frame.length, written],
      (error: Error | null, result: number) => {
        const length = Number(written.readBigUInt64LE())
        if (error) reject(error)
        else resolve({ result, frame: frame.subarray(0, length) })
      },
    )
  })
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`)
}

function seen(returned: string, outData: Buffer): Seen {
  const json = outData.toString('utf8', 0, outData.indexOf(0))
  return { returned, outData: JSON.parse(json) }
}
