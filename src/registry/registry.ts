/**
 * The management centre's side of a terminal (XJ-D01-2019, 7.2.1.1): who may
 * ask, under which number, from which card and for which institution.
 * @module
 */
import { canonicalMac } from '../dictionary/mac-address.js'
import type { TerminalApplication } from '../dictionary/terminal-fields.js'
import type { Store } from '../store/store.js'
import { type Locale, text } from '../texts/index.js'
import { change, type Step, takeStep, transfer } from './act.js'
import type { Change, Context } from './context.js'
import type {
  ChangeOrder,
  CheckAnswer,
  CheckOrder,
  CountQuery,
  HistoryPage,
  HistoryQuery,
  SearchQuery,
  TerminalPage,
  TerminalView,
  TransferOrder,
} from './contract.js'
import { historyOf } from './history.js'
import { createIds, type RandomBytes } from './id.js'
import { createImports, type Imports } from './imports.js'
import { judge } from './judge.js'
import {
  addOperator,
  listOperators,
  type Operator,
  operatorOf,
  removeOperator,
} from './operators.js'
import { type Provided, provide } from './provide.js'
import { apply } from './register.js'
import { viewOf } from './row.js'
import { byNumber, countOf, find, judgedFinder, search } from './search.js'
import { type AwayPolicy, Standing, type Verdict } from './standing.js'
import { migrations, type Tables } from './tables.js'
import { lastName, loadWhole, saveWhole, type Whole } from './whole.js'

export interface RegistryOptions {
  /** Whether an operator looks at each application; else it is approved. */
  review?: 'manual' | 'automatic'
  /** What becomes of requests while the store is away. */
  away?: AwayPolicy
  clock?: () => number
  /** What the names of applications are made of. */
  random?: RandomBytes
}

export interface Registry {
  /** For each request of a terminal; never rejects, and ends in time. */
  judge(asked: CheckOrder): Promise<Verdict>
  /** The same for a technician: with what is on file, if it is his. */
  check(asked: CheckOrder, locale?: Locale): Promise<CheckAnswer>
  /** See register.ts. */
  apply(
    application: TerminalApplication,
    key: string,
  ): Promise<{ terminal: TerminalView; fresh: boolean }>
  /** See provide.ts. */
  provide(who: string, terminal: Provided): Promise<void>
  /** See act.ts; `who` is an operator. */
  takeStep(
    who: string,
    id: string,
    step: Step,
    reason?: string,
  ): Promise<TerminalView>
  change(who: string, id: string, order: ChangeOrder): Promise<TerminalView>
  transfer(who: string, id: string, order: TransferOrder): Promise<TerminalView>
  /** By number or receipt; rejects where there is none. */
  show(id: string): Promise<TerminalView>
  search(query: SearchQuery): Promise<TerminalPage>
  count(query: CountQuery): Promise<number>
  /** Of one terminal, or of all. */
  history(query: HistoryQuery, id?: string): Promise<HistoryPage>
  readonly imports: Imports
  /** A new operator's token. */
  addOperator(name: string): Promise<string>
  removeOperator(name: string): Promise<void>
  listOperators(): Promise<Operator[]>
  /** Whose token it is; rejects where it is nobody's. */
  operatorOf(token: string): Promise<string>
  /** Everything, for who has the registry alone; see whole.ts. */
  save(): Promise<Whole>
  load(saved: Whole): Promise<void>
  /** Calls `listener` after each change by this process, until told to stop. */
  onChange(listener: (change: Change) => void): () => void
}

/** Whoever approves where nobody reviews. */
const AUTOMATIC = 'automatic'

/** The registry in `store`. Rejects with what opening its tables throws. */
export async function openRegistry(
  store: Store,
  {
    review = 'manual',
    away = 'remember',
    clock = Date.now,
    random,
  }: RegistryOptions = {},
): Promise<Registry> {
  const database = await store.open<Tables>(migrations)
  const listeners = new Set<(change: Change) => void>()
  let newId = createIds(random)
  const context: Context = {
    database,
    clock,
    newId: now => newId(now),
    changed: change => {
      for (const listener of listeners) listener(change)
    },
  }
  const findJudged = judgedFinder(database)
  const standing = new Standing(
    async asked => judge(await findJudged(asked.termId), asked),
    away,
  )
  return {
    judge: asked => standing.judge(asked),
    check: (asked, locale) => check(context, asked, locale),
    apply: async (application, key) => {
      const taken = await apply(context, application, key)
      const { receipt, state } = taken.terminal
      if (review === 'manual' || state !== 'applied') return taken
      const terminal = await takeStep(context, AUTOMATIC, receipt, 'approve')
      return { ...taken, terminal }
    },
    provide: (who, terminal) => provide(context, who, terminal),
    takeStep: (who, id, step, reason) =>
      takeStep(context, who, id, step, reason),
    change: (who, id, order) => change(context, who, id, order),
    transfer: (who, id, order) => transfer(context, who, id, order),
    show: async id => viewOf(await find(database, id)),
    search: query => search(database, query),
    count: query => countOf(database, query),
    history: async (query, id) =>
      historyOf(
        database,
        query,
        id === undefined ? undefined : (await find(database, id)).receipt,
      ),
    imports: createImports(context),
    addOperator: name => addOperator(context, name),
    removeOperator: name => removeOperator(context, name),
    listOperators: () => listOperators(context),
    operatorOf: token => operatorOf(context, token),
    save: () => saveWhole(database),
    load: async saved => {
      await loadWhole(database, saved)
      newId = createIds(random, lastName(saved))
    },
    onChange: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Number and MAC together prove nothing, but a number alone tells nothing. */
async function check(
  { database }: Context,
  asked: CheckOrder,
  locale?: Locale,
): Promise<CheckAnswer> {
  const row = await byNumber(database, asked.termId)
  const judgement = judge(row, asked, locale)
  const own = row?.mac === null || row?.mac === canonicalMac(asked.mac ?? '')
  return {
    ok: judgement.ok,
    refusal: judgement.ok ? null : judgement.refusal,
    message: judgement.ok
      ? text('registry.good', {}, locale ?? 'zh-CN')
      : judgement.message,
    terminal: row && own ? viewOf(row) : null,
  }
}
