/**
 * A code that was scanned becomes a person and a token: ec.query
 * (XJ-D01-2019, A.1.6 and B.1.5), and the same under two names of the field.
 * @module
 */
import { z } from 'zod'
import { type Answer, success } from '../answers.js'
import { required } from '../check.js'
import type { Decoded } from '../network.js'
import { byFace } from '../people/people.js'
import type { Platform } from '../platform.js'
import { recogniseNumber } from '../province/recognise-number.js'
import { scan } from '../province/scan.js'
import { asking, checkAsking } from './asking.js'
import { introduce } from './introduce.js'

const query = asking.extend({ ecQrCode: required })

/** ec.query. */
export function answerEcQuery(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  return answerCode(platform, data, queried)
}

/** cn.nhsa.qrcode.get: the same with less in the answer. */
export function answerQrCodeGet(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  return answerCode(platform, data, shown => ({
    ...introduce(shown),
    email: null,
  }))
}

/** `tell` says what is answered of whoever showed the code in `data`. */
async function answerCode(
  platform: Platform,
  data: unknown,
  tell: (shown: Decoded, ecQrCode: string) => Record<string, unknown>,
): Promise<Answer> {
  const checked = checkAsking(query, data, platform.trail)
  if (!checked.ok) return checked.failure
  const { ecQrCode, businessType } = checked.value
  const shown = await scan(platform, ecQrCode, businessType)
  return shown.ok ? success(tell(shown.value, ecQrCode)) : shown.failure
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
export async function answerGain(
  platform: Platform,
  data: unknown,
): Promise<Answer> {
  const checked = checkAsking(gain, data, platform.trail)
  if (!checked.ok) return checked.failure
  const { outBizNo, ecQrCode, faceToken = '', businessType } = checked.value
  const shown = ecQrCode
    ? await scan(platform, ecQrCode, businessType)
    : await recogniseNumber(platform, byFace(faceToken)?.idNo ?? '')
  if (!shown.ok) return shown.failure
  return success({ ...queried(shown.value, ecQrCode ?? null), outBizNo })
}

function queried(shown: Decoded, ecQrCode: string | null) {
  return {
    ...introduce(shown),
    email: null,
    chnlId: shown.channel.number,
    ecQrCode,
    authNo: null,
  }
}
