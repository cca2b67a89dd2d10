/**
 * A device of a family over a real serial line, and what can go wrong with it.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { plugVirtualScanner, type VirtualScanner } from '../virtual.js'
import type { Command, Family } from './family.js'

/** What goes wrong; nothing by default. */
export interface Faults {
  /** So many answers to the trigger never leave. */
  lostAnswers?: number
  /** Commands are refused. The device reads all the same. */
  refuses?: boolean
  /** It sleeps until it is woken, where the family does. */
  asleep?: boolean
  /** So many frames leave with one bit turned. */
  damagedFrames?: number
  /** So many frames are sent once more although they were acknowledged. */
  doubledFrames?: number
  /** Leaves before each frame. */
  noise?: Buffer
  /** Leaves one byte at a time, this far apart, in ms. */
  byteMs?: number
  /** The plug is pulled when so many bytes have left. */
  unplugAfter?: number
}

export interface EmulatedDevice {
  /** What to configure. */
  path: string
  /** The commands that were understood, in their order. */
  heard: Command[]
  /**
   * Shows a code, which is read as soon as the device looks for one and the
   * code before has been read. Resolves when it has left.
   */
  show(code: string | Buffer): Promise<void>
  /** Sends bytes that are no code of the family's making. */
  send(bytes: Buffer): Promise<void>
  /** Pulls the plug. Idempotent. */
  unplug(): void
}

/** A device gives up a frame that nobody acknowledges. */
const ACKNOWLEDGE_MS = 100
const SENDINGS_MAX = 3
const HEARTBEAT_MS = 100
const ACKNOWLEDGED = new Set<Command | undefined>(['ack', 'ack-part'])

/** Plugs a device of `family` in, where {@link plugVirtualScanner} says. */
export function plugDevice(
  family: Family,
  faults: Faults = {},
  at?: string,
): EmulatedDevice {
  return new Emulation(family, { ...faults }, plugVirtualScanner(at))
}

class Emulation implements EmulatedDevice {
  readonly heard: Command[] = []
  readonly path: string
  readonly #family: Family
  readonly #faults: Faults
  readonly #line: VirtualScanner
  readonly #heartbeat: NodeJS.Timeout | undefined
  #received: Buffer = Buffer.alloc(0)
  #isAsleep: boolean
  #looks: boolean
  #left = 0
  #toldToLook: () => void = () => {}
  #toldOfFrame: (command: Command | undefined) => void = () => {}
  #sending: Promise<void> = Promise.resolve()
  #showing: Promise<void> = Promise.resolve()

  constructor(family: Family, faults: Faults, line: VirtualScanner) {
    this.#family = family
    this.#faults = faults
    this.#line = line
    this.path = line.path
    this.#isAsleep = family.sleeps === true && faults.asleep === true
    this.#looks = !family.commands.trigger || faults.refuses === true
    this.#line.listen(bytes => this.#receive(bytes))
    const { heartbeat } = family
    if (heartbeat) {
      this.#heartbeat = setInterval(() => this.send(heartbeat), HEARTBEAT_MS)
    }
  }

  show(code: string | Buffer): Promise<void> {
    this.#showing = this.#showing.then(() => this.#showNow(code))
    return this.#showing
  }

  send(bytes: Buffer): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendNow(bytes))
    return this.#sending
  }

  unplug(): void {
    clearInterval(this.#heartbeat)
    this.#line.unplug()
  }

  async #showNow(code: string | Buffer): Promise<void> {
    while (!this.#looks) {
      await new Promise<void>(resolve => {
        this.#toldToLook = resolve
      })
    }
    if (this.#family.commands.trigger)
      this.#looks = this.#faults.refuses === true
    for (const frame of this.#family.frames(Buffer.from(code))) {
      await this.#sendFrame(frame)
    }
  }

  async #sendFrame(frame: Buffer): Promise<void> {
    const { again } = this.#family
    const { noise, damagedFrames = 0, doubledFrames = 0 } = this.#faults
    if (noise) await this.send(noise)
    this.#faults.damagedFrames = damagedFrames - 1
    const sent = damagedFrames > 0 ? damaged(frame) : frame
    if (!again) return this.send(sent)
    for (let sendings = 0; sendings < SENDINGS_MAX; sendings++) {
      const told = this.#frameTold()
      await this.send(sendings === 0 ? sent : again(frame))
      if (!ACKNOWLEDGED.has(await told)) continue
      if (doubledFrames <= 0) return
      this.#faults.doubledFrames = doubledFrames - 1
      return this.send(again(frame))
    }
  }

  #frameTold(): Promise<Command | undefined> {
    return new Promise(resolve => {
      const late = setTimeout(resolve, ACKNOWLEDGE_MS, undefined)
      this.#toldOfFrame = command => {
        clearTimeout(late)
        resolve(command)
      }
    })
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes])
    while (this.#received.length > 0) {
      const command = this.#commandAtStart()
      if (command === 'more') return
      const length = command ? this.#family.commands[command]?.length : 1
      this.#received = this.#received.subarray(length)
      if (command) this.#obey(command)
    }
  }

  #commandAtStart(): Command | 'more' | undefined {
    const commands = Object.entries(this.#family.commands) as [
      Command,
      Buffer,
    ][]
    const { length } = this.#received
    const fitting = commands.filter(([, bytes]) =>
      bytes
        .subarray(0, length)
        .equals(this.#received.subarray(0, bytes.length)),
    )
    const whole = fitting.find(([, bytes]) => bytes.length <= length)
    return whole?.[0] ?? (fitting.length > 0 ? 'more' : undefined)
  }

  #obey(command: Command): void {
    if (command === 'wake') this.#isAsleep = false
    if (this.#isAsleep) return
    this.heard.push(command)
    this.#reply(command)
    if (command === 'nak' || ACKNOWLEDGED.has(command)) {
      this.#toldOfFrame(command)
    }
    if (command === 'stop' && !this.#faults.refuses) this.#looks = false
    if (command !== 'trigger') return
    this.#looks = true
    this.#toldToLook()
  }

  #reply(command: Command): void {
    const { answers, refusal } = this.#family
    const answer = answers?.[command]
    const { lostAnswers = 0, refuses } = this.#faults
    if (!answer) return
    if (command === 'trigger') this.#faults.lostAnswers = lostAnswers - 1
    if (command === 'trigger' && lostAnswers > 0) return
    this.send(refuses && refusal ? refusal : answer)
  }

  async #sendNow(bytes: Buffer): Promise<void> {
    const { byteMs, unplugAfter = Number.POSITIVE_INFINITY } = this.#faults
    const rest = Math.max(unplugAfter - this.#left, 0)
    const sent = bytes.subarray(0, rest)
    this.#left += bytes.length
    const pieces = byteMs ? [...sent].map(byte => Buffer.from([byte])) : [sent]
    for (const piece of pieces) {
      await this.#line.scan(piece, '')
      if (byteMs) await sleep(byteMs)
    }
    if (rest < bytes.length) this.unplug()
  }
}

/** `frame` with one bit in its middle turned. */
function damaged(frame: Buffer): Buffer {
  const copy = Buffer.from(frame)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}
