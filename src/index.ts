/**
 * For kiosk programs in Node or Electron: a terminal without a daemon.
 * @module
 */
import { addon } from './addon.js'
import { loadConfig } from './config/load.js'
import { createCore, serveThisProcess } from './core.js'
import { createLog } from './log.js'

export { libraryPath } from './paths.js'

/** What NationEcTrans gives its caller. */
export interface TransResult {
  /** "0000", or the code as text. */
  returned: string
  /** OutData: {code, message, orgId, data} as JSON. */
  outData: string
}

export interface Terminal {
  /**
   * NationEcTrans (XJ-D01-2019, B.1.2) without a buffer. `signal` cancels the
   * call, whatever its reason. Never rejects.
   */
  trans(
    strUrl: string,
    inData: string,
    signal?: AbortSignal,
  ): Promise<TransResult>
  /** Ends waiting calls with -1 and lets the scanner go. */
  close(): Promise<void>
}

/**
 * A terminal in this process. While it is open, NationEcTrans of the library,
 * loaded into this process and called from another thread, is answered here
 * without a socket.
 *
 * Throws ConfigError where the configuration at `configFile` (else the usual
 * places) is wrong.
 */
export function openTerminal(configFile?: string): Terminal {
  const { config } = loadConfig({ path: configFile })
  const core = createCore(config, createLog(config.log.level))
  serveThisProcess(core)
  const { deadlineMs } = core
  return {
    async trans(strUrl, inData, signal) {
      const reply = await core.trans(
        {
          url: Buffer.from(strUrl),
          inData: Buffer.from(inData),
          charset: 'utf-8',
          deadlineMs,
        },
        { door: 'api' },
        callerLeft(signal),
      )
      const { returned, outData } = reply
      return { returned: returned.toString(), outData: outData.toString() }
    },
    async close() {
      addon.stopLocalCalls()
      await core.close()
    },
  }
}

/** Whoever aborts has left, in the call's own words. */
function callerLeft(signal: AbortSignal | undefined): AbortSignal {
  const left = new AbortController()
  const leave = () => left.abort('caller-left')
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave, { once: true })
  return left.signal
}
