/**
 * The rooms of the terminal's side put together. Every door (socket, this
 * process) leads into one of these.
 * @module
 */
import { addon, type LocalCall } from './addon.js'
import type { Reply, ReplySettings } from './bridge/reply.js'
import { createTrans, type Trans } from './bridge/trans.js'
import type { JournalRow, Rooms } from './call/rooms.js'
import { classify } from './codes/classify.js'
import { journalKeyPath, journalPath, replyCharset } from './config/resolve.js'
import type { Config } from './config/schema.js'
import { newCallId } from './journal/call-id.js'
import { openJournal } from './journal/journal.js'
import { type Log, traceOf } from './log.js'
import { allowedPlatforms } from './platform/allow-list.js'
import { createPlatformClient } from './platform/client.js'
import { wayTo } from './platform/way.js'
import { createCommandProvider } from './reader/command.js'
import { CARD, FACE } from './reader/provider.js'
import { findDevices } from './scanner/locate.js'
import { refusalOf } from './scanner/refusal.js'
import { createScanner } from './scanner/scanner.js'
import { wantedScanners } from './scanner/wanted.js'
import { createTerminal } from './terminal/identity.js'
import { terminalSettings } from './terminal/settings.js'

export interface Core {
  trans: Trans
  /** How long a call may take, in ms. */
  deadlineMs: number
  /** What is going on, for nationec status. */
  counts(): { answered: number; active: number; waiting: number }
  /** Ends the calls that wait, lets the scanner go, closes the journal. */
  close(): Promise<void>
}

/**
 * Opens the journal; opens no scanner and no connection before a call.
 * `onStep` is told of each step of each call as it begins.
 */
export function createCore(
  config: Config,
  log: Log,
  onStep: (row: JournalRow) => void = () => {},
): Core {
  const stopping = new AbortController()
  const journal = openJournal({
    path: journalPath(config),
    keyPath: journalKeyPath(),
    keepDays: config.journal.keep_days,
    onError: error => log.error({ error: error.message }, 'journal'),
  })
  const wanted = wantedScanners(config)
  const scanner = createScanner({
    find: () => findDevices(wanted),
    waiting: config.call.waiting,
    onTriggered(outcome) {
      if (outcome === 'nak' || outcome === 'silent') {
        log.warn({ trigger: outcome }, 'scanner')
      }
    },
  })
  const { waiting } = config.call
  const camera = createCommandProvider(FACE, { ...config.face, waiting })
  const cardReader = createCommandProvider(CARD, { ...config.card, waiting })
  const platform = createPlatformClient(() => allowedPlatforms(config))
  const terminal = createTerminal(terminalSettings(config), {
    onNotice: ({ message }) => log.warn({ terminal: message }, 'terminal'),
    onError: error => log.error(traceOf(error), 'terminal'),
  })
  const rooms: Rooms = {
    journal: {
      append(row) {
        journal.append(row)
        onStep(row)
      },
    },
    platform,
    terminal: {
      identify: ({ url }, data) => terminal.identify(wayTo(url, config), data),
    },
    readers: {
      code: {
        read: async (signal, onArmed) => {
          const text = await scanner.scan(signal, onArmed)
          const kind = classify(text)
          const refusal = config.scanner.refuse_other_codes
            ? refusalOf(kind)
            : undefined
          return { kind, fields: { ecQrCode: text }, refusal }
        },
      },
      face: camera,
      card: cardReader,
    },
  }
  const settings = {
    locale: config.reply.language,
    orgId: config.terminal.org_id,
    stopping: stopping.signal,
    newCallId,
    onUnforeseen: (thrown: unknown) => log.error(traceOf(thrown), 'unforeseen'),
  }
  const trans = createTrans(rooms, settings, replySettings(config))
  const active = new Set<Promise<Reply>>()
  let answered = 0

  return {
    deadlineMs: config.call.deadline * 1000,
    trans(call, caller, callerLeft) {
      const reply = trans(call, caller, callerLeft)
      active.add(reply)
      return reply.finally(() => {
        active.delete(reply)
        answered++
      })
    },
    counts: () => ({
      answered,
      active: active.size,
      waiting: scanner.waiting,
    }),
    async close() {
      stopping.abort('stopping')
      await Promise.allSettled(active)
      await Promise.all([scanner, camera, cardReader].map(one => one.idle()))
      await platform.close()
      journal.close()
    },
  }
}

/** A Node process as its own terminal: no socket, no daemon. */
export function serveThisProcess(core: Core): void {
  const nobodyLeaves = new AbortController().signal
  addon.serveLocalCalls((call: LocalCall, answer) => {
    const { deadlineMs } = core
    core
      .trans({ ...call, deadlineMs }, { door: 'process' }, nobodyLeaves)
      .then(({ returned, outData }) => answer(returned, outData))
  })
}

function replySettings(config: Config): ReplySettings {
  const { max_bytes, language, data, returns } = config.reply
  return {
    maxBytes: max_bytes,
    charset: replyCharset(config),
    locale: language,
    data,
    returns,
  }
}
