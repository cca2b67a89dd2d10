/**
 * Everything that a device reads, for as long as it is wanted. A call does not
 * come here: it opens a device for one code (reading.ts).
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { asFailure, Failure } from '../failure.js'
import { createBackOff } from './back-off.js'
import type { Heard } from './driver.js'
import type { Found } from './locate.js'
import { type HeldPort, holdPort } from './port.js'
import type { Device } from './reading.js'

/** As read, with the bytes it came in. */
export interface Read {
  kind: 'read' | 'cut' | 'too-long'
  /** Without anything around it; empty where it was too long. */
  code: Buffer
  /** Everything that has arrived since the read before. */
  bytes: Buffer
  /** From its first byte to its end, in ms. */
  ms: number
}

export interface Watcher {
  onOpened(device: Device): void
  onRead(read: Read): void
  /** The device answers, or does not do, what it is told. */
  onAnswer(answer: 'ack' | 'nak'): void
  /** It is opened again after `waitMs`. */
  onLost(failure: Failure, waitMs: number): void
}

/**
 * Watches the device that `find` finds, and looks for it again whenever it is
 * lost. Resolves when `signal` is raised; never rejects.
 */
export async function watchScanner(
  find: () => Promise<Found>,
  signal: AbortSignal,
  watcher: Watcher,
): Promise<void> {
  const nextWait = createBackOff()
  while (!signal.aborted) {
    let openedAt: number | undefined
    const failure = await watchOnce(await find(), signal, {
      ...watcher,
      onOpened(device) {
        openedAt = performance.now()
        watcher.onOpened(device)
      },
    })
    if (signal.aborted) return
    const lived = openedAt === undefined ? 0 : performance.now() - openedAt
    const wait = nextWait(lived)
    watcher.onLost(failure, wait)
    await sleep(wait, undefined, { signal }).catch(() => {})
  }
}

/** Until the device is lost, and why. */
async function watchOnce(
  found: Found,
  signal: AbortSignal,
  watcher: Watcher,
): Promise<Failure> {
  if (found instanceof Failure) return found
  const watch = new Watch(found, watcher)
  try {
    return await watch.run(signal)
  } catch (error) {
    return asFailure(error)
  }
}

/** More bytes than this between two reads are not kept. */
const BYTES_MAX = 16_384

class Watch {
  readonly #device: Device
  readonly #watcher: Watcher
  readonly #decoder
  #port: HeldPort | undefined
  #bytes = Buffer.alloc(0)
  #firstByteAt: number | undefined
  #gap: NodeJS.Timeout | undefined
  #look: NodeJS.Timeout | undefined
  #fail: (failure: Failure) => void = () => {}

  constructor(device: Device, watcher: Watcher) {
    this.#device = device
    this.#watcher = watcher
    this.#decoder = device.driver.decoder(device.framing)
  }

  /** Resolves to why it ended; `caller-left` where it was asked to. */
  async run(signal: AbortSignal): Promise<Failure> {
    const lost = new Promise<Failure>(resolve => {
      this.#fail = resolve
    })
    const end = () => this.#fail(new Failure('caller-left'))
    signal.addEventListener('abort', end, { once: true })
    const { port, driver, hold = holdPort } = this.#device
    this.#port = await hold(port, bytes => this.#take(bytes), this.#fail)
    try {
      this.#watcher.onOpened(this.#device)
      if (signal.aborted) end()
      await this.#trigger()
      return await lost
    } finally {
      signal.removeEventListener('abort', end)
      for (const timer of [this.#gap, this.#look]) clearTimeout(timer)
      if (driver.stop) await this.#port.send(driver.stop).catch(() => {})
      await this.#port.release()
    }
  }

  /** A device that has read, or has looked for long, stops looking. */
  async #trigger(): Promise<void> {
    const { trigger, wake, lookMs } = this.#device.driver
    clearTimeout(this.#look)
    if (!trigger || !this.#port) return
    if (wake) {
      await this.#port.send(wake.bytes)
      await sleep(wake.ms)
    }
    await this.#port.send(trigger)
    if (lookMs) this.#look = setTimeout(() => this.#again(), lookMs)
  }

  /** A port that is lost says so itself. */
  #again(): void {
    this.#trigger().catch(() => {})
  }

  #take(bytes: Buffer): void {
    this.#firstByteAt ??= performance.now()
    this.#bytes = Buffer.concat([this.#bytes, bytes]).subarray(-BYTES_MAX)
    this.#hear(this.#decoder.push(bytes))
    clearTimeout(this.#gap)
    if (!this.#decoder.isPending) return
    const pause = () => this.#hear(this.#decoder.pause())
    this.#gap = setTimeout(pause, this.#decoder.gapMs)
  }

  #hear(all: Heard[]): void {
    for (const heard of all) {
      if (heard.kind === 'send') this.#port?.send(heard.bytes).catch(() => {})
      else if (heard.kind === 'ack' || heard.kind === 'nak') {
        // The code's time begins after it, even in the same piece.
        this.#firstByteAt = undefined
        this.#watcher.onAnswer(heard.kind)
      } else this.#tell(heard)
    }
  }

  #tell(heard: Extract<Heard, { kind: Read['kind'] }>): void {
    const { kind } = heard
    const code = 'bytes' in heard ? heard.bytes : Buffer.alloc(0)
    const ms = performance.now() - (this.#firstByteAt ?? performance.now())
    this.#watcher.onRead({ kind, code, bytes: this.#bytes, ms })
    this.#bytes = Buffer.alloc(0)
    this.#firstByteAt = undefined
    this.#again()
  }
}
