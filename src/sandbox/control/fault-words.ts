/**
 * A fault in a few words.
 * @module
 */
import type { Fault } from './fault-contract.js'

/** Such as "#3 code=-6" or "#4 latencyMs=3000 cut=before". */
export function describeFault({ id, fault }: Pick<Fault, 'id' | 'fault'>) {
  const kinds = Object.entries(fault).map(([kind, value]) =>
    value === true ? kind : `${kind}=${value}`,
  )
  return [`#${id}`, ...kinds].join(' ')
}
