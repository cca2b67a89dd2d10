/**
 * What native/bridge.cc gives to TypeScript, with its types.
 * @module
 */
import { createRequire } from 'node:module'
import { addonPath } from './paths.js'

/** How the caller's bytes are written; ascii where they do not tell. */
export type Charset = 'ascii' | 'utf-8' | 'gb18030'

/** One frame of native/wire.h. Buffers are copies and may be kept. */
export type Frame =
  | {
      kind: 'call'
      /** Bytes of this frame in the buffer that was decoded. */
      total: number
      deadlineMs: number
      url: Buffer
      inData: Buffer
      /** Told from InData (native/charset.h). */
      charset: Charset
    }
  | { kind: 'reply'; total: number; returned: Buffer; outData: Buffer }
  | { kind: 'wait'; total: number; deadlineMs: number }
  | { kind: 'control'; total: number; json: Buffer }
  | {
      kind: 'refusal'
      total: number
      versionMin: number
      versionMax: number
    }

/** A frame on its way out: what native/wire.h needs of it and no more. */
export type OutgoingFrame =
  | { kind: 'call'; deadlineMs: number; url: Buffer; inData: Buffer }
  | { kind: 'reply'; returned: Buffer; outData: Buffer }
  | { kind: 'wait'; deadlineMs: number }
  | { kind: 'control'; json: Buffer }
  | { kind: 'refusal' }

/** Why a frame could not be decoded or encoded; `code` of the Error thrown. */
export type FrameErrorCode =
  | 'NEC_BAD_MAGIC'
  | 'NEC_BAD_VERSION'
  | 'NEC_BAD_KIND'
  | 'NEC_TOO_LONG'
  | 'NEC_BAD_LENGTH'

/** Who is at the other end of a Unix socket (SO_PEERCRED). */
export interface PeerCredentials {
  pid: number
  uid: number
  gid: number
}

/** A pseudo-terminal in raw mode; both ends are file descriptors. */
export interface PseudoTerminal {
  /** The device's end: what is written here arrives at `path`. */
  controller: number
  /**
   * The terminal's end, held open so that closing the last user of `path`
   * does not hang the line up. Close both to unplug.
   */
  line: number
  /** For example /dev/pts/3. */
  path: string
}

/** A call that arrived in this process without a socket. */
export interface LocalCall {
  deadlineMs: number
  url: Buffer
  inData: Buffer
  charset: Charset
}

export interface Addon {
  /** wire.h's limits, by their C names without NEC_. */
  readonly limits: Readonly<
    Record<
      | 'VERSION_MIN'
      | 'VERSION_MAX'
      | 'HEADER_BYTES'
      | 'URL_MAX'
      | 'INDATA_MAX'
      | 'REPLY_MAX'
      | 'CONTROL_MAX'
      | 'DEADLINE_DEFAULT_MS'
      | 'DEADLINE_MAX_MS',
      number
    >
  >
  /**
   * Decodes the frame at the start of `bytes`; undefined while incomplete.
   * Throws an Error whose `code` is a {@link FrameErrorCode}; with
   * NEC_BAD_VERSION it also carries versionMin and versionMax of the peer.
   */
  decodeFrame(bytes: Uint8Array): Frame | undefined
  /** Throws an Error with code NEC_TOO_LONG where a limit is broken. */
  encodeFrame(frame: OutgoingFrame): Buffer
  /** Throws an Error with errno's name as `code`; Linux only. */
  peerCredentials(fd: number): PeerCredentials
  /** Throws an Error with errno's name as `code`; not on Windows. */
  openPseudoTerminal(): PseudoTerminal
  /**
   * From now on the events of an input device reach this descriptor alone,
   * until it is closed. Throws an Error with errno's name as `code`; Linux
   * only.
   */
  grabInput(fd: number): void
  /**
   * Calls `listener` whenever `fd` has something to read, or its device is
   * gone; the returned function ends that, and must be called before `fd` is
   * closed. Throws an Error with errno's name as `code`; Linux only.
   */
  watchReadable(fd: number, listener: () => void): () => void
  /**
   * Lets every local user call through a pipe that this process serves, and
   * nobody else serve it. Throws an Error with errno's name as `code`;
   * Windows only.
   */
  openPipeToUsers(path: string): void
  /**
   * From now on NationEcTrans, called from any native thread of this process,
   * reaches `handler` without a socket. One handler a process; a second throws.
   * The handler answers each call exactly once through `answer`.
   */
  serveLocalCalls(
    handler: (
      call: LocalCall,
      answer: (returned: Buffer, outData: Buffer) => void,
    ) => void,
  ): void
  /** Releases every waiting caller with an error. Idempotent. */
  stopLocalCalls(): void
}

/** The addon of this build of Node. */
export const addon: Addon = createRequire(import.meta.url)(addonPath())
