/**
 * The device's side of a family, as device.ts plays it.
 * @module
 */

/** What a host tells a device. */
export type Command = 'wake' | 'trigger' | 'stop' | 'ack' | 'ack-part' | 'nak'

export interface Family {
  /** What a host may send; all else is passed over. */
  commands: Partial<Record<Command, Buffer>>
  /** What is sent back at once. */
  answers?: Partial<Record<Command, Buffer>>
  /** Sent instead of an answer where the device refuses. */
  refusal?: Buffer
  /** Asleep until woken, it hears nothing else. */
  sleeps?: boolean
  /** What is sent for a code. */
  frames(code: Buffer): Buffer[]
  /**
   * Left out where frames wait for nothing. Else each waits for `ack` or
   * `ack-part`, and after `nak` it is sent again, as told here.
   */
  again?(frame: Buffer): Buffer
  /** Sent now and then. */
  heartbeat?: Buffer
}
