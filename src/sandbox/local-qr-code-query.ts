/**
 * localQrCodeQuery: what was scanned becomes a person and a token,
 * XJ-D01-2019, A.1.6 and B.1.5.
 * @module
 */
import { z } from 'zod'
import { classify } from '../codes/classify.js'
import { type Answer, failure, success } from './answers.js'
import { check, required } from './check.js'
import { type BusinessRequest, openRequest, sealAnswer } from './envelope.js'
import { describe, findPerson, type Person } from './people.js'
import type { Platform } from './platform.js'

/** 终端备案号, XJ-D01-2019, 2.8. */
const FILING_NUMBER = /^\d{20}$/

/** The channel that every code of the sandbox was applied for through. */
const CHANNEL = '1NATIONEC0SANDBOX0CHANNEL0000001'

/** The fields that table B.3 marks as 必填; A.4 wants the office as well. */
const query = z.object({
  orgId: required,
  ecQrCode: required,
  businessType: required,
  termId: required,
  termIp: required,
  operatorId: required,
  operatorName: required,
})

/** Answers `body`, the parsed JSON of a request. */
export function answerQuery(platform: Platform, body: unknown): object {
  const opened = openRequest(body)
  if (!opened.ok) return opened.failure
  return sealAnswer(opened.value, answerRequest(platform, opened.value))
}

function answerRequest(platform: Platform, request: BusinessRequest): Answer {
  if (request.transType !== 'ec.query') return failure(-2, 'sandbox.trans-type')
  const checked = check(query, request.data, 'data.')
  if (!checked.ok) return checked.failure
  const { termId, ecQrCode } = checked.value
  if (!FILING_NUMBER.test(termId)) return failure(-4, 'sandbox.term-id')
  if (classify(ecQrCode) !== 'medical') return failure(500159)
  return resolve(platform, ecQrCode)
}

function resolve(platform: Platform, code: string): Answer {
  const consumption = platform.codes.consume(code, platform.clock())
  switch (consumption.verdict) {
    case 'replayed':
      return failure(501001)
    case 'expired':
      return failure(500005)
    case 'unknown':
      return failure(500049)
    case 'ok':
      return introduce(platform, consumption.personId, code)
  }
}

function introduce(platform: Platform, personId: string, code: string): Answer {
  const person = findPerson(personId)
  if (!person) return failure(500001)
  return success({
    ...describe(person),
    ecToken: giveToken(platform, person),
    email: null,
    chnlId: CHANNEL,
    ecQrCode: code,
    authNo: null,
  })
}

/** 38 characters: the region, "ec" and 30 more, as the newer platforms do. */
function giveToken(platform: Platform, person: Person): string {
  const token = `${person.insuOrg}ec${platform.random(15).toString('hex')}`
  platform.tokens.add(token, person.id, platform.clock())
  return token
}
