/**
 * A fault in a few words.
 * @module
 */
import type { Fault, FaultKind } from './fault-contract.js'

/** Such as "#3 code=-6". */
export function describeFault({ id, fault }: Pick<Fault, 'id' | 'fault'>) {
  return `#${id} ${faultWords(fault)}`
}

/** Such as "latencyMs=3000 cut=before" or "gbk". */
export function faultWords(fault: FaultKind): string {
  return Object.entries(fault)
    .map(([kind, value]) => (value === true ? kind : `${kind}=${value}`))
    .join(' ')
}
