/**
 * Situations by name, each set up in a space that is emptied first.
 * @module
 */

import { type Locale, type TextKey, text } from '../../texts/index.js'
import { type IssuedKind, issueCode } from '../people/issue-code.js'
import { findPerson } from '../people/people.js'
import { HOME } from '../provinces.js'
import type { SandboxServer } from '../server.js'
import type { ClockOrder, ScenarioSetUp, ScenarioSummary } from './contract.js'
import type { FaultOrder } from './fault-contract.js'
import { emptiedOf, reset } from './reset.js'
import { setFault } from './set-fault.js'
import type { Space } from './spaces.js'

/** A code that is ready when the scenario is. */
interface ShownCode {
  person: string
  kind?: IssuedKind
  /** The digits of the province that gives it; home where left out. */
  province?: string
}

interface Scenario {
  name: string
  about: TextKey
  clock?: ClockOrder
  faults?: FaultOrder[]
  codes?: ShownCode[]
}

const QUERY = 'localQrCodeQuery'

/** Longer than a cashier waits, shorter than a call's deadline. */
const SLOW_MS = 8000

/** More than SKEW_MS_MAX of the envelope. */
const SKEWED_MS = 3_600_000

const scenarios: readonly Scenario[] = [
  {
    name: 'slow-platform',
    about: 'scenario.slow-platform',
    faults: [{ fault: { latencyMs: SLOW_MS } }],
  },
  {
    name: 'silent-platform',
    about: 'scenario.silent-platform',
    faults: [{ fault: { hang: true } }],
  },
  {
    name: 'busy',
    about: 'scenario.busy',
    faults: [{ probability: 0.5, fault: { code: -6 } }],
  },
  {
    name: 'unregistered-terminal',
    about: 'scenario.unregistered-terminal',
    faults: [{ route: QUERY, fault: { code: -4 } }],
  },
  {
    name: 'expired-codes',
    about: 'scenario.expired-codes',
    codes: ['zhang', 'wang', 'ji'].map(person => ({ person, kind: 'expired' })),
  },
  {
    name: 'used-codes',
    about: 'scenario.used-codes',
    codes: ['zhang', 'wang', 'ji'].map(person => ({ person, kind: 'used' })),
  },
  {
    name: 'two-provinces',
    about: 'scenario.two-provinces',
    codes: [
      { person: 'zhang' },
      { person: 'wang' },
      { person: 'wang', province: '43' },
      { person: 'zhang', province: '35' },
    ],
  },
  {
    name: 'lost-answers',
    about: 'scenario.lost-answers',
    faults: [{ probability: 0.5, fault: { cut: 'after' } }],
  },
  {
    name: 'restarting-gateway',
    about: 'scenario.restarting-gateway',
    faults: [
      { count: 2, fault: { reset: true } },
      { count: 3, fault: { http: 502 } },
      { count: 2, fault: { http: 503 } },
    ],
  },
  {
    name: 'gbk-gateway',
    about: 'scenario.gbk-gateway',
    faults: [{ fault: { gbk: true } }],
  },
  {
    name: 'forged-answers',
    about: 'scenario.forged-answers',
    faults: [{ fault: { 'wrong-signature': true } }],
  },
  {
    name: 'wrong-clock',
    about: 'scenario.wrong-clock',
    clock: { advanceMs: SKEWED_MS },
  },
  {
    name: 'midnight',
    about: 'scenario.midnight',
    clock: { set: '2026-12-31T23:59:58+08:00' },
  },
]

/** Every scenario, told in `locale`. */
export function listScenarios(locale?: Locale): ScenarioSummary[] {
  return scenarios.map(({ name, about }) => ({
    name,
    about: text(about, {}, locale),
  }))
}

/** Empties `space` and sets the scenario up; undefined where there is none. */
export async function setUpScenario(
  server: SandboxServer,
  name: string,
  space: Space,
  locale?: Locale,
): Promise<ScenarioSetUp | undefined> {
  const scenario = scenarios.find(one => one.name === name)
  if (!scenario) return undefined
  const { about, clock, faults = [], codes = [] } = scenario
  await reset(space)
  if (clock) space.events.publish('clock', space.clock.apply(clock))
  for (const order of faults) await setFault(server, space, order)
  const shown = []
  for (const code of codes) shown.push(await show(space, code))
  return {
    ...{ name, about: text(about, {}, locale) },
    faults: space.faults.list().map(fault => ({ ...fault })),
    clock: space.clock.state(),
    ...emptiedOf(space),
    codes: shown,
  }
}

async function show(
  { platforms }: Space,
  { person: id, kind = 'medical', province = HOME }: ShownCode,
): Promise<ScenarioSetUp['codes'][number]> {
  const person = findPerson(id)
  if (!person) throw new Error(`scenario: no person ${id}`)
  const code = await issueCode(platforms.province(province), person, kind)
  return { person: id, kind, province, code }
}
