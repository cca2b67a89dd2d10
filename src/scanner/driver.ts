/**
 * What the terminal knows of one family of scanners. A driver is data and a
 * decoder; it opens nothing and waits for nothing (reading.ts does).
 * @module
 */

/**
 * How a device shows itself: as a serial port, as a scanner among the HID
 * devices, or as a keyboard that types.
 */
export const TRANSPORTS = ['serial', 'hid', 'keyboard'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** What ends a code. */
export const SUFFIXES = [
  'auto',
  'cr',
  'lf',
  'crlf',
  'tab',
  'etx',
  'none',
] as const
export type Suffix = (typeof SUFFIXES)[number]

/** What the decoder in the device puts before the code, to be taken off. */
export const STRIPS = ['none', 'aim', 'symbol'] as const
export type Strip = (typeof STRIPS)[number]

/** How the codes of a device stand in its stream, as declared for it. */
export interface Framing {
  suffix: Suffix
  /** Stands before each code and is taken off; a line without it is no code. */
  prefix: Buffer
  strip: Strip
  /** With suffix `none`: silence that ends a code, in ms. */
  idleGapMs: number
}

/** What a device said, as its decoder understood it. */
export type Heard =
  /** A whole code, without anything around it. */
  | { kind: 'read'; bytes: Buffer }
  /** More than {@link CODE_BYTES_MAX} bytes without an end. */
  | { kind: 'too-long' }
  /** A code that stopped before its end. */
  | { kind: 'cut'; bytes: Buffer }
  /** The device will do, or will not do, what it was told. */
  | { kind: 'ack' }
  | { kind: 'nak' }
  /** The protocol wants these bytes sent back. */
  | { kind: 'send'; bytes: Buffer }

/** A QR code holds 2953 bytes at most (ISO/IEC 18004, version 40-L). */
export const CODE_BYTES_MAX = 2953

/**
 * Makes sense of one device's bytes, however they are split; over HID each
 * push is one report. Never throws.
 */
export interface Decoder {
  push(bytes: Buffer): Heard[]
  /** To be called after {@link gapMs} of silence while {@link isPending}. */
  pause(): Heard[]
  /** Whether something has begun and not ended. */
  readonly isPending: boolean
  readonly gapMs: number
}

/** An id as lsusb shows it: four lower-case hexadecimal digits. */
export interface UsbId {
  vendor: string
  /** Every product of the vendor where left out, for drivers that send nothing. */
  product?: RegExp
}

/** Of a maker who has such devices, but none that is known by its id. */
export const NONE_KNOWN = /(?!)/

export interface Driver {
  /** `serial` where left out. */
  over?: Transport
  /**
   * The devices that are surely of this family where they show themselves like
   * this. Ids of a mere serial bridge, such as 1a86:7523, are no one's.
   */
  usb: readonly UsbId[]
  /** As the devices leave the factory. */
  baudRate: number
  /** Sent before a command, and the time the device takes to wake up. */
  wake?: { bytes: Buffer; ms: number }
  /** Starts looking for a code. Left out where the device always looks. */
  trigger?: Buffer
  /** Whether the trigger is answered with an `ack` or a `nak`. */
  answers?: boolean
  /** How long the device looks for a code; then it is triggered again. */
  lookMs?: number
  /** Ends looking. */
  stop?: Buffer
  beep?: Buffer
  light?: { on: Buffer; off: Buffer }
  /** A decoder for one connection. */
  decoder(framing: Framing): Decoder
}
