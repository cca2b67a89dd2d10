/**
 * What an operator does to a terminal. Each action is done once: sent again
 * over a line that broke, it finds its work done and answers the same.
 * @module
 */
import { isTaken } from '../store/faults.js'
import type { Context } from './context.js'
import type {
  ChangeOrder,
  State,
  TerminalView,
  TransferOrder,
} from './contract.js'
import { filingDate, numbered, takeNumbers } from './numbers.js'
import { RegistryError } from './registry-error.js'
import { noteRows, viewOf } from './row.js'
import { find, holderOf } from './search.js'
import type { RegistryTransaction, TerminalRow } from './tables.js'

/** Another operator may act on the same terminal at the same moment. */
const ATTEMPTS_MAX = 5

/** In each of these states the action is allowed, and leads to `to`. */
const STEPS = {
  approve: { from: ['applied'], to: 'active' },
  reject: { from: ['applied'], to: 'rejected' },
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  retire: { from: ['active', 'suspended'], to: 'retired' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>
export type Step = keyof typeof STEPS

/** A terminal in use, whose data may be changed. */
const IN_USE: readonly State[] = ['active', 'suspended']

type Columns = Partial<TerminalRow>

/** What an action makes of a terminal; undefined where there is nothing to do. */
type Plan = (
  row: TerminalRow,
  transaction: RegistryTransaction,
) => Columns | undefined | Promise<Columns | undefined>

/**
 * Takes the terminal `id` (a number or a receipt) to the state that `step`
 * leads to. Approving assigns its number. Rejects with RegistryError where
 * there is none, it is in another state, or its MAC is another's by now.
 */
export function takeStep(
  context: Context,
  who: string,
  id: string,
  step: Step,
  reason: string | null = null,
): Promise<TerminalView> {
  const { from, to } = STEPS[step]
  const allowed: readonly State[] = from
  return act(context, who, id, step, async (row, transaction) => {
    if (row.state === to) return undefined
    if (!allowed.includes(row.state)) throw wrongState(row, step)
    if (step !== 'approve') return { state: to, reason }
    const filing_number = numbered(await takeNumbers(transaction, 1))
    const filed_on = filingDate(context.clock())
    return { state: to, reason, filing_number, filed_on }
  })
}

/** Changes data of a terminal in use. Rejects as {@link takeStep}. */
export function change(
  context: Context,
  who: string,
  id: string,
  order: ChangeOrder,
): Promise<TerminalView> {
  return act(context, who, id, 'change', row => {
    if (!IN_USE.includes(row.state)) throw wrongState(row, 'change')
    return differing(row, order)
  })
}

/** Gives a terminal in use to another institution; it keeps its number. */
export function transfer(
  context: Context,
  who: string,
  id: string,
  { orgId: org_id, institution }: TransferOrder,
): Promise<TerminalView> {
  return act(context, who, id, 'transfer', row => {
    if (!IN_USE.includes(row.state)) throw wrongState(row, 'transfer')
    return differing(row, { org_id, institution })
  })
}

async function act(
  context: Context,
  who: string,
  id: string,
  action: string,
  plan: Plan,
): Promise<TerminalView> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const done = await attemptOnce(context, who, id, action, plan)
    if (!done) continue
    const terminal = viewOf(done.row)
    if (done.changed) context.changed({ action, who, terminal })
    return terminal
  }
  throw new RegistryError('busy')
}

/** Undefined where another was faster, and all must be looked at again. */
async function attemptOnce(
  context: Context,
  who: string,
  id: string,
  action: string,
  plan: Plan,
): Promise<{ row: TerminalRow; changed: boolean } | undefined> {
  const { database, clock, newId } = context
  let before: TerminalRow | undefined
  let wanted: Columns | undefined
  try {
    return await database.transaction().execute(async transaction => {
      before = await find(transaction, id)
      wanted = await plan(before, transaction)
      if (!wanted) return { row: before, changed: false }
      const detail = wanted
      const now = clock()
      const row = await transaction
        .updateTable('terminal')
        .set({ ...detail, revision: before.revision + 1, changed_at: now })
        .where('receipt', '=', before.receipt)
        .where('revision', '=', before.revision)
        .returningAll()
        .executeTakeFirst()
      // Thrown, so that a number that was taken for it is not lost.
      if (!row) throw new Overtaken()
      const note = { who, action, detail: () => detail }
      await noteRows(transaction, [row], note, () => newId(now))
      return { row, changed: true }
    })
  } catch (error) {
    if (error instanceof Overtaken) return undefined
    if (!isTaken(error, 'terminal', 'mac')) throw error
    throw await macTaken(context, wanted?.mac ?? before?.mac ?? '')
  }
}

class Overtaken extends Error {}

async function macTaken({ database }: Context, mac: string) {
  const holder = await holderOf(database, mac)
  const number = holder?.filing_number ?? ''
  return new RegistryError('mac-taken', { mac, number })
}

function wrongState({ state }: TerminalRow, action: string): RegistryError {
  return new RegistryError('wrong-state', { state, action })
}

/** The columns of `wanted` that are not so yet; undefined where all are. */
function differing(row: TerminalRow, wanted: object): Columns | undefined {
  const changes = Object.entries(wanted).filter(
    ([name, value]) => value !== undefined && Reflect.get(row, name) !== value,
  )
  return changes.length > 0 ? Object.fromEntries(changes) : undefined
}
