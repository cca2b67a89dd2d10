/**
 * A recognised face becomes an authorisation, cn.nhsa.ec.auth, and that
 * becomes a person and a token, cn.nhsa.auth.check.
 * @module
 */
import { type Answer, failure, success } from '../answers.js'
import { required } from '../check.js'
import { issueCode } from '../people/issue-code.js'
import { byFace } from '../people/people.js'
import type { Platform } from '../platform.js'
import { recogniseNumber } from '../province/recognise-number.js'
import { asking, checkAsking } from './asking.js'
import { introduce } from './introduce.js'

/** `faceToken` is ours: no public source shows this request. */
const auth = asking.extend({ outBizNo: required, faceToken: required })

/** cn.nhsa.ec.auth. */
export async function answerEcAuth(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  const checked = checkAsking(auth, data, platform.trail)
  if (!checked.ok) return checked.failure
  const { outBizNo, faceToken } = checked.value
  const person = byFace(faceToken)
  if (!person) return failure(500001)
  if (person.answers !== undefined) return failure(person.answers)
  const authNo = await issueCode(platform, person, 'face')
  return success({ authNo, outBizNo, extData: null })
}

const authCheck = asking.extend({ outBizNo: required, authNo: required })

/** cn.nhsa.auth.check. Its missing values are the text "null", as elsewhere. */
export async function answerAuthCheck(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  const checked = checkAsking(authCheck, data, platform.trail)
  if (!checked.ok) return checked.failure
  const { authNo } = checked.value
  const used = await platform.authorisations.consume(authNo, platform.clock())
  if (used.verdict !== 'ok') return failure(REFUSALS[used.verdict])
  const person = await recogniseNumber(platform, used.meaning.idNo)
  if (!person.ok) return person.failure
  return success({
    ...introduce(person.value),
    authNo,
    chnlId: 'null',
    ecQrCode: '',
    email: 'null',
    nationality: 'null',
  })
}

/** The nearest of table C.4; no source says which the platforms choose. */
const REFUSALS = { unknown: 500008, expired: 500022, replayed: 500062 }
