/**
 * What comes to the platform when a terminal asks, whoever wrote it: the
 * library adds what the caller does not know (tables A.1 and B.3).
 * @module
 */
import { isIP } from 'node:net'
import { businessType } from '../../dictionary/business-types.js'
import { isObject } from '../../envelope/json.js'
import { type Case, caseOf, type Expectation, type Trial } from '../case.js'
import {
  A1_FORMAT,
  A1_METHOD,
  B1_TRANS_TYPE,
  B2_ORG,
  FILING_NUMBER,
  ONE_TIME,
  tableB3,
} from '../clauses.js'
import { missing, quoted, said } from '../expectations.js'
import { inDataOf } from '../request.js'
import type { Arrival, CallSeen, Said } from '../seen.js'

/** 终端备案号. */
const FILING = /^\d{20}$/

/** What stands in data of every ec.query, and how long it may be. */
const texts = [
  ['operatorId', 'operatorId 操作员工号 C 20 必填 Y', 20],
  ['operatorName', 'operatorName 操作员姓名 C 30 必填 Y', 30],
] as const

/** Cases of any ec.query that arrives, whoever sent it. */
export const arrivalCases: readonly Case[] = [
  caseOf('arrives', 'post', A1_METHOD, everyOne('post', isPost)),
  caseOf('arrives', 'json', A1_FORMAT, everyOne('json', isJson)),
  caseOf('arrives', 'trans-type', B1_TRANS_TYPE, hasText('transType', 40)),
  caseOf('arrives', 'org-id', B2_ORG, hasText('orgId', 40)),
  caseOf(
    'arrives',
    'business-type',
    tableB3('businessType 用码业务类型 C 3 必填 Y 参见用码业务代码表 C.1'),
    everyOne('business', isBusiness),
  ),
  caseOf('arrives', 'term-id', FILING_NUMBER, everyOne('filing', isFiling)),
  caseOf(
    'arrives',
    'term-ip',
    tableB3('termIp IP 信息 C 32 必填 Y 终端系统 IP 地址'),
    everyOne('ip', hasAddress),
  ),
  ...texts.map(([name, row, max]) =>
    caseOf('arrives', name, tableB3(row), hasText(`data.${name}`, max)),
  ),
]

export const arrivalTrials: readonly Trial[] = [
  {
    id: 'arrives',
    group: 'arrival',
    done: said('certify.done.arrives'),
    needs: ['scan', 'sandbox'],
    run: async hands => [
      await hands.callAndLook({ inData: inDataOf(), show: {} }),
    ],
    cases: [
      caseOf('arrives', 'once', ONE_TIME, arrivesOnce()),
      caseOf(
        'arrives',
        'code',
        tableB3(
          'ecQrCode 电子凭证二维码值 C 32 必填 Y 扫码获取医保电子凭证二维码值',
        ),
        arrivesAsShown(),
      ),
      ...arrivalCases,
    ],
  },
]

/** Only what asks for a person is held against table B.3. */
export function queriesIn(calls: readonly CallSeen[]): Arrival[] {
  return calls
    .flatMap(({ arrivals = [] }) => arrivals)
    .filter(({ transType }) => transType === 'ec.query')
}

function everyOne(
  name: 'post' | 'json' | 'business' | 'filing' | 'ip',
  judge: (arrival: Arrival) => Said | undefined,
): Expectation {
  return judged(said(`certify.expect.arrives-${name}`), judge)
}

function judged(
  expected: Said,
  judge: (arrival: Arrival) => Said | undefined,
): Expectation {
  return {
    expected,
    judge(calls) {
      const queries = queriesIn(calls)
      if (queries.length === 0)
        return said('certify.seen.arrivals', { count: 0 })
      return queries.map(judge).find(found => found !== undefined)
    },
  }
}

function arrivesOnce(): Expectation {
  return {
    expected: said('certify.expect.arrives-once'),
    judge(calls) {
      const count = queriesIn(calls).length
      return count === 1 ? undefined : said('certify.seen.arrivals', { count })
    },
  }
}

function arrivesAsShown(): Expectation {
  return {
    expected: said('certify.expect.arrives-code'),
    judge(calls) {
      const codes = new Set(calls.map(({ shown }) => shown?.code))
      const other = queriesIn(calls).some(arrival => {
        return !codes.has(String(dataOf(arrival).ecQrCode))
      })
      return other
        ? said('certify.seen.other', { name: 'ecQrCode' })
        : undefined
    },
  }
}

function isPost({ method }: Arrival): Said | undefined {
  if (method === 'POST') return undefined
  return said('certify.seen.value', { name: 'method', value: method })
}

function isJson({ contentType, body }: Arrival): Said | undefined {
  if (Object.keys(body).length === 0) return said('certify.seen.unreadable')
  if (/^application\/json\b/i.test(contentType)) return undefined
  const value = quoted(contentType)
  return said('certify.seen.value', { name: 'Content-Type', value })
}

function isBusiness(arrival: Arrival): Said | undefined {
  const { businessType: value } = dataOf(arrival)
  if (typeof value === 'string' && businessType(value)) return undefined
  return said('certify.seen.value', {
    name: 'data.businessType',
    value: quoted(value),
  })
}

function isFiling(arrival: Arrival): Said | undefined {
  const { termId } = dataOf(arrival)
  if (typeof termId === 'string' && FILING.test(termId)) return undefined
  const value = quoted(termId)
  return said('certify.seen.value', { name: 'data.termId', value })
}

function hasAddress(arrival: Arrival): Said | undefined {
  const { termIp } = dataOf(arrival)
  return typeof termIp === 'string' && isIP(termIp) > 0
    ? undefined
    : missing('data.termIp')
}

/** A member of the request, or of its data. */
function hasText(
  name: 'transType' | 'orgId' | `data.${string}`,
  max: number,
): Expectation {
  const expected = said('certify.expect.arrives-text', { name, max })
  return judged(expected, arrival => {
    const inside = name.startsWith('data.')
    const object = inside ? dataOf(arrival) : arrival.body
    const value = object[inside ? name.slice('data.'.length) : name]
    if (typeof value !== 'string' || value.trim() === '') return missing(name)
    const { length } = [...value]
    return length > max
      ? said('certify.seen.long', { name, length })
      : undefined
  })
}

function dataOf({ body }: Arrival) {
  return isObject(body.data) ? body.data : {}
}
