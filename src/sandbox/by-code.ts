/**
 * A code that was scanned becomes a person and a token: ec.query
 * (XJ-D01-2019, A.1.6 and B.1.5), and the same under two names of the field.
 * @module
 */
import { z } from 'zod'
import { classify } from '../codes/classify.js'
import { type Answer, type Failure, failure, success } from './answers.js'
import { asking, checkAsking } from './asking.js'
import { required } from './check.js'
import { introduce } from './introduce.js'
import { byFace, findPerson, type Person } from './people.js'
import type { Platform } from './platform.js'

/** The channel that every code of the sandbox was applied for through. */
const CHANNEL = '1NATIONEC0SANDBOX0CHANNEL0000001'

const query = asking.extend({ ecQrCode: required })

/** ec.query. */
export function answerEcQuery(platform: Platform, data: unknown): Answer {
  const checked = checkAsking(query, data)
  if (!checked.ok) return checked.failure
  const { ecQrCode } = checked.value
  const shown = whoShows(platform, ecQrCode)
  if ('failure' in shown) return shown.failure
  return success(queried(platform, shown.person, ecQrCode))
}

/** cn.nhsa.qrcode.get: the same with less in the answer. */
export function answerQrCodeGet(platform: Platform, data: unknown): Answer {
  const checked = checkAsking(query, data)
  if (!checked.ok) return checked.failure
  const shown = whoShows(platform, checked.value.ecQrCode)
  if ('failure' in shown) return shown.failure
  return success({ ...introduce(platform, shown.person), email: null })
}

/** iot.gain.ec.qrcode: the terminal sends a code or a face. */
const gain = asking
  .extend({
    outBizNo: required,
    ecQrCode: z.string().optional(),
    faceToken: z.string().optional(),
  })
  .refine(({ ecQrCode, faceToken }) => ecQrCode || faceToken, {
    path: ['ecQrCode'],
  })

/** iot.gain.ec.qrcode. */
export function answerGain(platform: Platform, data: unknown): Answer {
  const checked = checkAsking(gain, data)
  if (!checked.ok) return checked.failure
  const { outBizNo, ecQrCode, faceToken = '' } = checked.value
  const shown = ecQrCode
    ? whoShows(platform, ecQrCode)
    : known(byFace(faceToken))
  if ('failure' in shown) return shown.failure
  const answer = queried(platform, shown.person, ecQrCode ?? null)
  return success({ ...answer, outBizNo })
}

type Shown = { person: Person } | { failure: Failure }

function whoShows(platform: Platform, code: string): Shown {
  if (classify(code) !== 'medical') return { failure: failure(500159) }
  const consumption = platform.codes.consume(code, platform.clock())
  switch (consumption.verdict) {
    case 'replayed':
      return { failure: failure(501001) }
    case 'expired':
      return { failure: failure(500005) }
    case 'unknown':
      return { failure: failure(500049) }
    case 'ok':
      return known(findPerson(consumption.personId))
  }
}

function known(person: Person | undefined): Shown {
  return person ? { person } : { failure: failure(500001) }
}

function queried(platform: Platform, person: Person, ecQrCode: string | null) {
  return {
    ...introduce(platform, person),
    email: null,
    chnlId: CHANNEL,
    ecQrCode,
    authNo: null,
  }
}
