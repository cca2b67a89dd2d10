/**
 * What the sandbox says, as its own files describe it: a change there that a
 * page does not follow fails to compile.
 * @module
 */
import type { z } from 'zod'
import type {
  channelShown,
  codeIssued,
  peopleShown,
  personWhole,
  platformShown,
} from '../../people/people-contract.js'

export type {
  State as TerminalState,
  TerminalPage,
  TerminalView,
} from '../../../registry/contract.js'
export type {
  ClockOrder,
  ClockState,
  Explanation,
  NearMiss,
  Replayed,
  RequestSummary,
  RequestWhole,
  ResetDone,
  ScenarioSetUp,
  ScenarioSummary,
  ShownBytes,
  ShownSignature,
  SnapshotSummary,
  SpaceSummary,
} from '../../control/contract.js'
export type {
  Fault,
  FaultKind,
  FaultOrder,
} from '../../control/fault-contract.js'
export type { PersonShown } from '../../people/people-contract.js'

/** What GET on each of these answers. */
export type People = z.infer<typeof peopleShown>
export type PersonWhole = z.infer<typeof personWhole>
export type Issued = z.infer<typeof codeIssued>
/** One channel, with its keys where it has some: the form of Appendix D. */
export type Feedback = z.infer<typeof channelShown>
export interface Channels {
  channels: Feedback[]
}
export interface Provinces {
  provinces: z.infer<typeof platformShown>[]
}
