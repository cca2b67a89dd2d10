/**
 * The kinds of fault, as the form offers them.
 * @module
 */
import type { ConsoleTextKey } from '../../../texts/console.js'
import { sayAny } from './texts.js'
import type { FaultKind } from './types.js'

export interface Kind {
  readonly id: string
  /** What its number is; it has none where this is left out. */
  readonly value?: {
    readonly label: ConsoleTextKey
    readonly value: number
    readonly min: number
    readonly max: number
  }
  fault(value: number): FaultKind
}

/** 二维码 Token 失效: what a person at a counter meets most. */
const FIRST_CODE = 501001

/** The most likely first. */
export const KINDS: readonly Kind[] = [
  {
    id: 'code',
    value: {
      label: 'console.fault.value.code',
      value: FIRST_CODE,
      min: -999_999,
      max: 999_999,
    },
    fault: code => ({ code }),
  },
  {
    id: 'latencyMs',
    value: {
      label: 'console.fault.value.ms',
      value: 5000,
      min: 1,
      max: 600_000,
    },
    fault: latencyMs => ({ latencyMs }),
  },
  {
    id: 'http',
    value: {
      label: 'console.fault.value.http',
      value: 502,
      min: 400,
      max: 599,
    },
    fault: http => ({ http }),
  },
  { id: 'wrong-signature', fault: () => ({ 'wrong-signature': true }) },
  { id: 'gbk', fault: () => ({ gbk: true }) },
  { id: 'truncate', fault: () => ({ truncate: true }) },
  { id: 'garble', fault: () => ({ garble: true }) },
  { id: 'empty', fault: () => ({ empty: true }) },
  { id: 'stale', fault: () => ({ stale: true }) },
  { id: 'hang', fault: () => ({ hang: true }) },
  { id: 'reset', fault: () => ({ reset: true }) },
  { id: 'cut-before', fault: () => ({ cut: 'before' }) },
  { id: 'cut-middle', fault: () => ({ cut: 'middle' }) },
  { id: 'cut-after', fault: () => ({ cut: 'after' }) },
  { id: 'tls-expired', fault: () => ({ tls: 'expired' }) },
  { id: 'tls-foreign', fault: () => ({ tls: 'foreign' }) },
  { id: 'tls-old', fault: () => ({ tls: 'old' }) },
  { id: 'tls-none', fault: () => ({ tls: 'none' }) },
]

/** The kind called `id`. */
export function kindOf(id: string): Kind {
  const kind = KINDS.find(one => one.id === id)
  if (!kind) throw new Error(id)
  return kind
}

/** What `fault` does, in a few words. */
export function describeFault(fault: FaultKind): string {
  const { latencyMs, ...others } = fault
  const words = Object.entries(others).map(([name, value]) => {
    const key = typeof value === 'string' ? `${name}-${value}` : name
    const label = kindName(key)
    return typeof value === 'number' ? `${label} ${value}` : label
  })
  if (latencyMs !== undefined)
    words.unshift(`${kindName('latencyMs')} ${latencyMs} ms`)
  return words.join(' · ')
}

/** What people call the kind `id`; `id` itself where they have no word. */
export function kindName(id: string): string {
  return sayAny(`console.kind.${id}`) ?? id
}
