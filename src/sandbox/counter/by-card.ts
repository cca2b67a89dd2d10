/**
 * An id card becomes a person and a token: cn.nhsa.cert.get. Neither its
 * request nor its answer is public, so both are ours, after tables A.6 and
 * A.5.
 * @module
 */
import { z } from 'zod'
import { ID_CARD } from '../../dictionary/id-types.js'
import { type Answer, success } from '../answers.js'
import { required } from '../check.js'
import type { Platform } from '../platform.js'
import { recogniseNumber } from '../province/recognise-number.js'
import { asking, checkAsking } from './asking.js'
import { introduce } from './introduce.js'

const cert = asking.extend({ idType: z.literal(ID_CARD), idNo: required })

/** cn.nhsa.cert.get. */
export async function answerCertGet(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  const checked = checkAsking(cert, data, platform.trail)
  if (!checked.ok) return checked.failure
  const person = await recogniseNumber(platform, checked.value.idNo)
  if (!person.ok) return person.failure
  return success({ ...introduce(person.value), email: null })
}
