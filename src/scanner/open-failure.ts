/**
 * Why a scanner cannot be opened: who has it, or whose it is.
 * @module
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, type FailureSymbol } from '../failure.js'
import { explainAbsence } from './absence.js'
import { type Roots, THIS_MACHINE, textIn } from './attached/roots.js'
import { GRABBERS, grabberOf, holderOf } from './processes.js'

/** serialport tells causes by their text alone. */
const CAUSES: [RegExp, FailureSymbol][] = [
  [/no such file|file not found|ENOENT/i, 'scanner-absent'],
  [/cannot lock|access denied|resource busy|EBUSY/i, 'scanner-held'],
  [/permission denied|EACCES|EPERM/i, 'scanner-denied'],
]

/** The failure that `error` stands for, which opening `path` threw. */
export function openFailure(
  error: unknown,
  path: string,
  roots: Roots = THIS_MACHINE,
): Failure {
  const message = error instanceof Error ? error.message : String(error)
  const cause = CAUSES.find(([pattern]) => pattern.test(message))
  switch (cause?.[1]) {
    case 'scanner-held':
      return heldFailure(path, error, roots)
    case 'scanner-denied':
      return deniedFailure(path, error, roots)
    case 'scanner-absent': {
      const absent = new Failure('scanner-absent', { path }, { cause: error })
      return explainAbsence(absent, roots)
    }
    default:
      return new Failure('scanner-broken', { path }, { cause: error })
  }
}

/** A user who may not look into other processes sees at least who runs. */
export function heldFailure(
  path: string,
  cause: unknown,
  roots: Roots = THIS_MACHINE,
): Failure {
  const holder = holderOf(path, roots)
  const grabber =
    holder === undefined || GRABBERS.includes(holder.name)
      ? (holder ?? grabberOf(roots))
      : undefined
  if (grabber) {
    const facts = { path, program: grabber.name }
    return new Failure('scanner-grabbed', facts, { cause })
  }
  if (!holder) return new Failure('scanner-held', { path }, { cause })
  const facts = { path, program: holder.name, pid: holder.pid }
  return new Failure('scanner-held-by', facts, { cause })
}

/** The group of a port where no other can be told: Debian, UOS, Kylin. */
const USUAL_GROUP = 'dialout'

/** Names the group that may open the file. */
export function deniedFailure(
  path: string,
  cause: unknown,
  { etc }: Pick<Roots, 'etc'> = THIS_MACHINE,
): Failure {
  const group = groupOf(path, etc)
  // root's own group is nothing to join.
  const useful = group === undefined || group === 'root' ? USUAL_GROUP : group
  return new Failure('scanner-denied', { path, group: useful }, { cause })
}

/** The name of the group of `path`, which Node does not tell. */
function groupOf(path: string, etc: string): string | undefined {
  const gid = groupIdOf(path)
  const lines = textIn(join(etc, 'group'))?.split('\n') ?? []
  const entries = lines.map(line => line.split(':'))
  return entries.find(([, , id]) => id === `${gid}`)?.[0]
}

function groupIdOf(path: string): number | undefined {
  try {
    return statSync(path).gid
  } catch {
    return undefined
  }
}
