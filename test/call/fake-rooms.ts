/**
 * Rooms for a call that do what a test tells them, and a record of everything
 * that happens, in its order.
 * @module
 */
import type { Answer } from '../../src/call/answer.js'
import {
  type CallSettings,
  type IncomingCall,
  runCall,
} from '../../src/call/call.js'
import type {
  Identity,
  JournalRow,
  PlatformReply,
  Reader,
  ReaderName,
  Reading,
  Rooms,
  Target,
} from '../../src/call/rooms.js'

export const ORG_ID = 'P99000000001'

export const IN_DATA = JSON.stringify({
  orgId: ORG_ID,
  transType: 'ec.query',
  data: {
    businessType: '02121',
    operatorId: '001',
    operatorName: '收费员甲',
  },
})

export const READING: Reading = {
  kind: 'medical',
  fields: { ecQrCode: '4240000000000000' },
}

export const IDENTITY: Identity = {
  fields: {
    termId: '99000000000000000001',
    termIp: '127.0.0.1',
    termMac: '00:00:00:00:00:01',
  },
  facts: {},
}

export const REPLY: PlatformReply = {
  code: 0,
  message: '成功',
  data: {
    userName: '张三',
    idNo: '11010519491231002X',
    idType: '01',
    ecToken: '430000ec0',
  },
}

/** What a test may have a room do; each does its work at once by default. */
export interface Behaviour {
  target(strUrl: string): void
  /** Before anybody is read. */
  identify(data: object): Promise<Identity>
  /** Before a reader is armed. */
  turn(signal: AbortSignal, onArmed: () => void): Promise<void>
  /** While it is armed. */
  reading(signal: AbortSignal, reader: ReaderName): Promise<Reading>
  post(body: object, signal: AbortSignal): Promise<PlatformReply>
  journal(row: JournalRow): unknown
  prepare(answer: Answer): Answer
}

export interface FakeCall {
  /** Resolves to the reply. */
  reply: Promise<Answer>
  rows: JournalRow[]
  /** Rooms entered and rows written, in their order. */
  events: string[]
  callerLeft: AbortController
  stopping: AbortController
}

/** Far later than any test takes. */
export const LONG_MS = 60_000

/** Starts a call among rooms that do as `behaviour` says. */
export function startCall(
  behaviour: Partial<Behaviour> = {},
  incoming: Partial<IncomingCall<Answer>> = {},
): FakeCall {
  const rows: JournalRow[] = []
  const events: string[] = []
  const callerLeft = new AbortController()
  const stopping = new AbortController()
  const settings: CallSettings = {
    locale: 'zh-CN',
    orgId: '',
    stopping: stopping.signal,
    newCallId: () => 'call-1',
  }
  const append = (row: JournalRow) => {
    events.push(`row ${row.step}`)
    rows.push(row)
    behaviour.journal?.(row)
  }
  const rooms = fakeRooms(behaviour, events, append)
  const reply = runCall(
    {
      strUrl: 'https://127.0.0.1/query',
      inData: IN_DATA,
      deadlineMs: LONG_MS,
      callerLeft: callerLeft.signal,
      caller: { door: 'socket' },
      prepare: answer => {
        events.push('prepare')
        return behaviour.prepare?.(answer) ?? answer
      },
      ...incoming,
    },
    rooms,
    settings,
  )
  return { reply, rows, events, callerLeft, stopping }
}

function fakeRooms(
  { target, identify, turn, reading, post }: Partial<Behaviour>,
  events: string[],
  append: (row: JournalRow) => void,
): Rooms {
  const platform: Target = {
    url: new URL('https://127.0.0.1/query'),
    async post(body, signal) {
      events.push('post')
      return post ? post(body, signal) : REPLY
    },
  }
  const reader = (name: ReaderName): Reader => ({
    async read(signal, onArmed) {
      events.push(`read ${name}`)
      await turn?.(signal, onArmed)
      onArmed()
      return reading ? reading(signal, name) : READING
    },
  })
  return {
    platform: {
      target(strUrl) {
        events.push('target')
        target?.(strUrl)
        return platform
      },
    },
    terminal: {
      identify(_, data) {
        events.push('identify')
        return identify ? identify(data) : Promise.resolve(IDENTITY)
      },
    },
    readers: {
      code: reader('code'),
      face: reader('face'),
      card: reader('card'),
    },
    journal: { append },
  }
}

/** Lets everything that is ready run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(resolve => setImmediate(resolve))
  }
}
