/**
 * How far an activation has come, between its steps.
 * @module
 */
import { z } from 'zod'
import type { OneTime } from '../../store/one-time.js'
import { Vouchers } from '../books/vouchers.js'

/** Time for the three steps; the standard leaves it open. */
export const PROCEDURE_LIFE_MS = 600_000

const procedure = z.object({
  idNo: z.string(),
  /** The channel that it was begun through. */
  channel: z.string(),
})
export type Procedure = z.infer<typeof procedure>

/** Activations of `owner` that have begun, by 经办流水号: good for one. */
export function procedureBook(
  oneTime: OneTime,
  owner: string,
): Vouchers<Procedure> {
  return new Vouchers(
    ...([oneTime, owner, 'procedure', procedure, PROCEDURE_LIFE_MS] as const),
  )
}

/** Faces that `owner` has recognised, 实人认证流水号: for which procedure. */
export function faceBook(oneTime: OneTime, owner: string): Vouchers<string> {
  return new Vouchers(
    ...([oneTime, owner, 'face', z.string(), PROCEDURE_LIFE_MS] as const),
  )
}
