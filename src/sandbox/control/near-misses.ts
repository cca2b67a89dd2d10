/**
 * What in a refused request is almost right: a program that writes
 * "transtype" or asks "localQrcodeQuery" looks right to who wrote it.
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { distance } from 'fastest-levenshtein'
import { classify } from '../../codes/classify.js'
import { isObject, type JsonObject } from '../../envelope/json.js'
import { type Locale, type TextKey, text } from '../../texts/index.js'
import { TRANS_TYPES } from '../counter/local-qr-code-query.js'
import { ROUTE_NAMES } from '../counter/platform-routes.js'
import type { NearMiss } from './contract.js'
import { pathOf } from './facts.js'
import type { Recorded } from './request-journal.js'

/** What the field has between a host and the last part. */
const PREFIX = '/localcfc/api/hsecfc/'

/** The members of an envelope (table A.2) and of its data (A.4, A.6, B.3). */
const OUTSIDE = ['orgId', 'transType', 'data']
const INSIDE = [
  'orgId',
  'ecQrCode',
  'businessType',
  'operatorId',
  'operatorName',
  'officeId',
  'officeName',
  'termId',
  'termIp',
  'outBizNo',
  'authNo',
  'medicalSettleState',
  'totalFee',
]
const CLAIM = ['ecToken', 'idType', 'idNo', 'userName']

/** A third of a name may be wrong before it is another one. */
const LIKENESS = 3

/** A near miss, not yet in words. */
type Miss = Omit<NearMiss, 'sentence'> & { what: What }

/**
 * Every near miss of `recorded`, whose `body` is readable, if it is JSON; told
 * in `locale`.
 */
export function nearMisses(
  recorded: Recorded,
  body: JsonObject | undefined,
  locale?: Locale,
): NearMiss[] {
  const misses = [
    ...pathMisses(recorded),
    ...typeMisses(recorded),
    ...charsetMisses(recorded),
    ...(body ? bodyMisses(recorded, body, locale) : []),
  ]
  return misses.map(({ what, found, meant }) => {
    const key: TextKey = `control.near.${what}`
    const sentence = text(key, { found, meant }, locale)
    return { what, found, meant, sentence }
  })
}

function pathMisses({ url, method, status }: Recorded): Miss[] {
  if (status !== 404) return []
  const path = pathOf(url)
  const last = path.split('/').at(-1) ?? ''
  const meant = likest(last, ROUTE_NAMES)
  if (!meant) return []
  if (path.endsWith(PREFIX + meant) && method !== 'POST')
    return [miss('method', method, 'POST')]
  return [miss('path', path, `…${PREFIX}${meant}`)]
}

function typeMisses({ status, headers }: Recorded): Miss[] {
  if (status !== 415) return []
  const found = headers['content-type'] ?? '-'
  return [miss('content-type', found, 'application/json')]
}

/** The library's callers write GBK; so does a body that is passed on as is. */
function charsetMisses({ body }: Recorded): Miss[] {
  if (isUtf8(body)) return []
  return [miss('charset', 'GBK', 'UTF-8')]
}

function bodyMisses(
  recorded: Recorded,
  body: JsonObject,
  locale: Locale | undefined,
): Miss[] {
  const { code, url } = recorded
  if (code === 0) return []
  const data = isObject(body.data) ? body.data : {}
  if (pathOf(url).endsWith('localEcTokenCheck')) return fieldMisses(body, CLAIM)
  return [
    ...fieldMisses(body, OUTSIDE),
    ...fieldMisses(data, INSIDE),
    ...misplaced(body, data),
    ...transTypeMisses(body),
    ...codeMisses(data, locale),
  ]
}

/** Names that are none, beside a name that is missing. */
function fieldMisses(object: JsonObject, known: readonly string[]): Miss[] {
  const missing = known.filter(name => object[name] === undefined)
  return Object.keys(object)
    .filter(name => !known.includes(name))
    .flatMap(name => {
      const meant = likest(name, missing)
      return meant ? [miss('field', name, meant)] : []
    })
}

/** Fields of the data that stand beside it. */
function misplaced(body: JsonObject, data: JsonObject): Miss[] {
  return INSIDE.filter(name => !OUTSIDE.includes(name))
    .filter(name => body[name] !== undefined && data[name] === undefined)
    .map(name => miss('place', name, `data.${name}`))
}

function transTypeMisses({ transType }: JsonObject): Miss[] {
  if (typeof transType !== 'string' || TRANS_TYPES.includes(transType))
    return []
  const meant = likest(transType, TRANS_TYPES)
  return meant ? [miss('transType', transType, meant)] : []
}

/** Another kind of code, or one that lost characters on its way. */
function codeMisses(
  { ecQrCode }: JsonObject,
  locale: Locale | undefined,
): Miss[] {
  if (typeof ecQrCode !== 'string') return []
  const kind = classify(ecQrCode.trim())
  if (kind === 'medical') {
    if (ecQrCode.trim() === ecQrCode) return []
    return [miss('code', JSON.stringify(ecQrCode), ecQrCode.trim())]
  }
  const cut = /^(424|opc)/.test(ecQrCode) && ecQrCode.length !== CODE_LENGTH
  const found = cut
    ? `${ecQrCode.length}`
    : text(`control.kind.${kind}`, {}, locale)
  const meant = cut
    ? `${CODE_LENGTH}`
    : text('control.kind.medical', {}, locale)
  return [miss(cut ? 'length' : 'code', found, meant)]
}

/** Of a code of 医保 (field). */
const CODE_LENGTH = 28

/** The one of `names` that `name` is likest to; undefined where none is like. */
function likest(name: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map(other => ({
      other,
      far: distance(name.toLowerCase(), other.toLowerCase()),
    }))
    .sort((one, two) => one.far - two.far)
  const [best] = ranked
  const like = best && best.far <= best.other.length / LIKENESS
  return like ? best.other : undefined
}

type What =
  | 'path'
  | 'method'
  | 'content-type'
  | 'charset'
  | 'field'
  | 'place'
  | 'transType'
  | 'code'
  | 'length'

function miss(what: What, found: string, meant: string): Miss {
  return { what, found, meant }
}
