/**
 * One code from one device: listen, arm, trigger, take what comes, disarm.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../failure.js'
import {
  CODE_BYTES_MAX,
  type Decoder,
  type Driver,
  type Framing,
  type Heard,
} from './driver.js'
import { type HeldPort, holdPort, type PortSettings } from './port.js'
import { isText } from './text.js'

/**
 * Bytes of one code are less apart than this, over Bluetooth too. A code of
 * which some bytes came before the device was armed is let pass until there
 * was such a silence.
 */
export const QUIET_MS = 50

/** A device that is never silent is armed all the same. */
export const NOISY_MS = 1000

/** An answer to a trigger takes milliseconds. */
export const ANSWER_MS = 200

/** A trigger that is not answered is sent this often. */
export const TRIGGERS_MAX = 3

/** What became of a trigger; `sent` where the device never answers. */
export type Triggered = 'sent' | 'ack' | 'nak' | 'silent'

/** How a device is reached and spoken to. */
export interface Device {
  port: PortSettings
  driver: Driver
  framing: Framing
  /** How the port is opened: {@link holdPort}, or what listens in on it. */
  hold?: typeof holdPort
}

export interface Listener {
  /** From now on a code counts. Throws to end the reading. */
  onArmed(): void
  /** A device that is silent, or that refuses, may read all the same. */
  onTriggered(outcome: Triggered): void
  /** Whether a code that was read is wanted; else the next is waited for. */
  wants(code: Buffer): boolean
}

export interface Reading {
  /** Rejects with a Failure, or the signal's reason. */
  code: Promise<Buffer>
  /** Resolves when the device has been disarmed and let go. */
  released: Promise<void>
}

/** Starts reading one code that was not shown before. */
export function readCode(
  device: Device,
  signal: AbortSignal,
  listener: Listener,
): Reading {
  const session = new Session(device, listener)
  const end = () => session.fail(signal.reason)
  signal.addEventListener('abort', end, { once: true })
  const released = session.run().then(() => {
    signal.removeEventListener('abort', end)
  })
  return { code: session.code, released }
}

class Session {
  readonly code: Promise<Buffer>
  readonly #device: Device
  readonly #listener: Listener
  readonly #over = new AbortController()
  readonly #isOver: Promise<unknown>
  #decoder: Decoder
  #port: HeldPort | undefined
  #isArmed = false
  /** Whether the next code began before the device was armed. */
  #isStale = false
  #lastByteAt = performance.now()
  #gap: NodeJS.Timeout | undefined
  #resolve: (code: Buffer) => void = () => {}
  #reject: (reason: unknown) => void = () => {}
  #answer: (answer: 'ack' | 'nak' | undefined) => void = () => {}

  constructor(device: Device, listener: Listener) {
    this.#device = device
    this.#listener = listener
    this.#decoder = device.driver.decoder(device.framing)
    this.code = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    this.#isOver = this.code.catch(() => {}).then(() => this.#over.abort())
  }

  fail(reason: unknown): void {
    this.#over.abort()
    this.#reject(reason)
  }

  /** From opening to letting go. Never rejects. */
  async run(): Promise<void> {
    try {
      const { port, hold = holdPort } = this.#device
      this.#port = await hold(
        port,
        bytes => this.#take(bytes),
        failure => this.fail(failure),
      )
      await this.#silence()
      this.#arm()
      await this.#trigger()
    } catch (error) {
      this.fail(error)
    }
    await this.#isOver
    clearTimeout(this.#gap)
    await this.#disarm()
    await this.#port?.release()
  }

  async #silence(): Promise<void> {
    const openedAt = performance.now()
    for (;;) {
      const now = performance.now()
      const rest = this.#lastByteAt + QUIET_MS - now
      if (rest <= 0 || now - openedAt > NOISY_MS) return
      await this.#sleep(rest)
    }
  }

  #arm(): void {
    this.#over.signal.throwIfAborted()
    const { driver, framing } = this.#device
    const isQuiet = performance.now() - this.#lastByteAt >= QUIET_MS
    if (isQuiet) this.#decoder = driver.decoder(framing)
    this.#isStale = this.#decoder.isPending
    this.#listener.onArmed()
    this.#isArmed = true
  }

  /** Triggers, and again whenever the device has stopped looking. */
  async #trigger(): Promise<void> {
    const { trigger, lookMs } = this.#device.driver
    if (!trigger) return
    this.#listener.onTriggered(await this.#triggerOnce(trigger))
    while (lookMs) {
      await this.#sleep(lookMs)
      await this.#triggerOnce(trigger)
    }
  }

  async #triggerOnce(trigger: Buffer): Promise<Triggered> {
    const { wake, answers } = this.#device.driver
    for (let sent = 0; sent < TRIGGERS_MAX; sent++) {
      if (wake) {
        await this.#send(wake.bytes)
        await this.#sleep(wake.ms)
      }
      const answer = this.#nextAnswer()
      await this.#send(trigger)
      const answered = answers ? await answer : 'sent'
      this.#over.signal.throwIfAborted()
      if (answered) return answered
    }
    return 'silent'
  }

  #nextAnswer(): Promise<'ack' | 'nak' | undefined> {
    return new Promise(resolve => {
      const late = setTimeout(resolve, ANSWER_MS, undefined)
      this.#answer = answer => {
        clearTimeout(late)
        resolve(answer)
      }
    })
  }

  #take(bytes: Buffer): void {
    this.#lastByteAt = performance.now()
    this.#hear(this.#decoder.push(bytes))
    clearTimeout(this.#gap)
    if (!this.#decoder.isPending) return
    const decoder = this.#decoder
    this.#gap = setTimeout(() => this.#hear(decoder.pause()), decoder.gapMs)
  }

  #hear(all: Heard[]): void {
    for (const heard of all) {
      if (heard.kind === 'send') this.#send(heard.bytes).catch(() => {})
      else if (heard.kind === 'ack' || heard.kind === 'nak') {
        this.#answer(heard.kind)
      } else if (this.#isStale) this.#isStale = false
      else if (this.#isArmed && !this.#over.signal.aborted) this.#judge(heard)
    }
  }

  #judge(heard: Extract<Heard, { kind: 'read' | 'too-long' | 'cut' }>): void {
    if (heard.kind === 'too-long') {
      this.fail(new Failure('code-too-long', { limit: CODE_BYTES_MAX }))
    } else if (heard.kind === 'cut') {
      const { bytes } = heard
      if (!isText(bytes)) return
      this.fail(new Failure('code-cut', { bytes: bytes.length }))
    } else if (this.#listener.wants(heard.bytes)) {
      this.#over.abort()
      this.#resolve(heard.bytes)
    }
  }

  async #disarm(): Promise<void> {
    this.#answer(undefined)
    const { stop } = this.#device.driver
    if (!stop || !this.#isArmed) return
    await this.#send(stop).catch(() => {})
  }

  async #send(bytes: Buffer): Promise<void> {
    await this.#port?.send(bytes)
  }

  #sleep(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#over.signal })
  }
}
