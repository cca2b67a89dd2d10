/**
 * A device behind a program of its maker, which is run once for each person
 * and prints what it has read as a JSON object. One that prints nothing says
 * that nobody came.
 * @module
 */
import PQueue from 'p-queue'
import { decodeText } from '../charset.js'
import { Failure } from '../failure.js'
import { runProgram } from './program.js'
import type { Device, Provider, Reading } from './provider.js'

export interface CommandSettings {
  /** The program and its arguments, for no shell; empty where none is. */
  command: readonly string[]
  /** Calls that may wait for their turn; one more is refused. */
  waiting: number
}

/** The provider for `device`; runs nothing before the first reading. */
export function createCommandProvider(
  device: Device,
  { command, waiting }: CommandSettings,
): Provider {
  const { none, failed } = device.failures
  const turns = new PQueue({ concurrency: 1 })
  let released = Promise.resolve()

  async function turn(signal: AbortSignal, onArmed: () => void) {
    await released
    signal.throwIfAborted()
    const program = runProgram(command, failed, signal, onArmed)
    released = program.ended
    return program.output
  }

  return {
    async read(signal, onArmed) {
      if (command.length === 0) throw new Failure(none)
      if (turns.size >= waiting && turns.pending > 0) {
        throw new Failure('queue-full', { limit: waiting })
      }
      const output = await turns.add(() => turn(signal, onArmed), { signal })
      return readingOf(device, output, command[0] ?? '')
    },
    idle: () => released,
  }
}

function readingOf(device: Device, output: Buffer, file: string): Reading {
  const text = decodeText(output, 'utf-8') ?? decodeText(output, 'gb18030')
  if (text?.trim() === '') throw new Failure(device.failures.nobody)
  const { kind, gives } = device
  const printed = parse(text)
  const given = gives.map(name => [name, textOf(printed?.[name])] as const)
  if (given.some(([, value]) => value === '')) {
    const fields = gives.join(', ')
    throw new Failure('reader-garbled', { file, fields })
  }
  return { kind, fields: device.fields(Object.fromEntries(given)) }
}

function parse(text = ''): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Object(value)
  } catch {
    return undefined
  }
}

/** Cards pad their fields with blanks. */
function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  return CONTROL.test(text) ? '' : text
}

const CONTROL = /\p{Cc}/u
