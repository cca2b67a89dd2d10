/**
 * What the sandbox says, as its own files describe it: a change there that a
 * page does not follow fails to compile.
 * @module
 */
export type {
  ClockOrder,
  ClockState,
  Explanation,
  NearMiss,
  Replayed,
  RequestSummary,
  RequestWhole,
  ShownBytes,
  ShownSignature,
} from '../../control/contract.js'
export type {
  Fault,
  FaultKind,
  FaultOrder,
} from '../../control/fault-contract.js'
export type { Person } from '../../people.js'
