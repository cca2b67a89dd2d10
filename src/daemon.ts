/**
 * The process that owns the scanner and answers every library.
 * @module
 */
import type { PeerCredentials } from './addon.js'
import type { Command } from './bridge/connection.js'
import { listen } from './bridge/server.js'
import type { JournalRow } from './call/rooms.js'
import type { Config } from './config/schema.js'
import { createCore } from './core.js'
import type { Log } from './log.js'
import { scannerNames } from './scanner/wanted.js'

export interface DaemonStatus {
  pid: number
  socket: string
  scanner: string
  filingNumber: string
  startedAt: string
  answered: number
  active: number
  waiting: number
}

export interface Daemon {
  /** Resolves when the daemon has ended, however it was asked to. */
  ended: Promise<void>
  /** Answers the calls that wait with -1 and ends. Idempotent. */
  stop(): void
  /** Stops when no call has come for `ms`, at the latest after twice that. */
  stopWhenIdle(ms: number): void
}

/**
 * Serves calls at `socket`. Rejects where the socket cannot be served or the
 * journal's key cannot be read.
 */
export async function startDaemon(
  config: Config,
  socket: string,
  log: Log,
  onStep?: (row: JournalRow) => void,
): Promise<Daemon> {
  const core = createCore(config, log, onStep)
  const startedAt = new Date().toISOString()
  const stop = new AbortController()

  const status = (): DaemonStatus => ({
    pid: process.pid,
    socket,
    scanner: scannerNames(config),
    filingNumber: config.terminal.filing_number,
    startedAt,
    ...core.counts(),
  })

  function control(command: Command | undefined, peer?: PeerCredentials) {
    if (command === 'status') return status()
    if (command !== 'stop') return { error: 'unknown command' }
    if (!mayStop(peer)) return { error: 'not allowed' }
    stop.abort()
    return { stopping: true }
  }

  const bridge = await listen(socket, {
    trans: core.trans,
    deadlineMs: core.deadlineMs,
    control,
    onError: error => log.warn({ error: String(error) }, 'connection'),
  }).catch(async error => {
    await core.close()
    throw error
  })

  const ended = new Promise<void>(resolve => {
    stop.signal.addEventListener('abort', () => resolve())
  })
    .then(() => Promise.all([bridge.close(), core.close()]))
    .then(() => {})

  function stopWhenIdle(ms: number) {
    let before = core.counts().answered
    const timer = setInterval(() => {
      const { answered, active } = core.counts()
      if (active === 0 && answered === before) stop.abort()
      before = answered
    }, ms)
    stop.signal.addEventListener('abort', () => clearInterval(timer))
  }

  return { ended, stop: () => stop.abort(), stopWhenIdle }
}

/** Windows hides the peer; its pipe for commands lets in who may stop. */
function mayStop(peer: PeerCredentials | undefined): boolean {
  return !peer || peer.uid === 0 || peer.uid === process.getuid?.()
}
