/**
 * InData and strUrl as they come: written oddly, incomplete, and wrong
 * (tables B.1 and B.3).
 * @module
 */
import { caseOf, type Need, type Trial } from '../case.js'
import {
  B1_EXTRA,
  B1_TRANS_TYPE,
  B4_NAME,
  type Clause,
  IN_DATA_SAMPLE,
  practice,
  tableB3,
} from '../clauses.js'
import { codeIs, hasText, said } from '../expectations.js'
import type { Plan } from '../hands.js'
import { inDataOf } from '../request.js'
import type { Said } from '../seen.js'
import { refusal } from './refusal.js'

const good = JSON.stringify(inDataOf())
const indented = JSON.stringify(inDataOf(), null, 2)

/** Written oddly, and right all the same. */
const odd = [
  ['comma', IN_DATA_SAMPLE, good.replace('}', ',}')],
  ['layout', practice('layout'), indented.replaceAll('\n', '\r\n')],
  ['no-extra', B1_EXTRA, inDataOf({ extra: undefined })],
  ['null-extra', practice('extra'), inDataOf({ extra: null })],
  ['member', practice('extra'), { ...inDataOf(), url: '' }],
  ['blank-key', practice('extra'), good.replace('"officeId"', '"officeId "')],
] as const

/** No InData at all. */
const unreadable = [
  ['empty', ''],
  ['text', '你好'],
  ['cut', good.slice(0, -1)],
  ['list', '[1]'],
  ['bytes', Buffer.from([0x7b, 0xff, 0xff, 0x80])],
  ['deep', `${'['.repeat(5000)}${']'.repeat(5000)}`],
] as const

/** What the caller must give of table B.3, and how long it may be. */
const fields = [
  ['businessType', 'businessType 用码业务类型 C 3 必填 Y', 5],
  ['operatorId', 'operatorId 操作员工号 C 20 必填 Y', 20],
  ['operatorName', 'operatorName 操作员姓名 C 30 必填 Y', 30],
] as const

export const requestTrials: readonly Trial[] = [
  ...odd.map(([name, clause, inData]) =>
    accepted(`in-data-${name}`, said(`certify.done.odd.${name}`), clause, {
      inData,
    }),
  ),
  ...unreadable.map(([name, inData]) =>
    refused(`in-data-${name}`, said(`certify.done.unreadable.${name}`), {
      inData,
    }),
  ),
  refused('no-trans-type', said('certify.done.no-trans-type'), {
    inData: inDataOf({ transType: '' }),
  }),
  refusal({
    id: 'unknown-trans-type',
    group: 'request',
    done: said('certify.done.unknown-trans-type'),
    plan: { inData: inDataOf({ transType: 'ec.nothing' }) },
    cases: [
      caseOf(
        'unknown-trans-type',
        'table',
        B1_TRANS_TYPE,
        codeIs(-2, -5, 500021),
      ),
    ],
  }),
  ...fields.flatMap(([field, row, max]) => fieldTrials(field, row, max)),
  refusal({
    id: 'url-malformed',
    group: 'request',
    done: said('certify.done.url-malformed'),
    plan: { inData: inDataOf(), strUrl: 'localQrCodeQuery' },
    code: -5,
  }),
  refusal({
    id: 'url-empty',
    group: 'request',
    done: said('certify.done.url-empty'),
    plan: { inData: inDataOf(), strUrl: '' },
    code: -5,
  }),
  refusal({
    id: 'url-unreachable',
    group: 'request',
    done: said('certify.done.url-unreachable'),
    plan: { inData: inDataOf(), strUrl: 'https://127.0.0.1:9/', show: {} },
    needs: ['scan'],
  }),
]

function accepted(id: string, done: Said, clause: Clause, plan: Plan): Trial {
  return {
    id,
    group: 'request',
    done,
    needs: ['scan'],
    run: async hands => [await hands.call({ ...plan, show: {} })],
    cases: [
      caseOf(id, 'code', clause, codeIs(0)),
      caseOf(id, 'user-name', B4_NAME, hasText('userName', 200)),
    ],
  }
}

function refused(id: string, done: Said, plan: Plan): Trial {
  const needs: Need[] = Buffer.isBuffer(plan.inData) ? ['bytes'] : []
  return refusal({ id, group: 'request', done, needs, plan, code: -2 })
}

/** The field is left out; it is a character too long. */
function fieldTrials(field: string, row: string, max: number): Trial[] {
  const clause = tableB3(row)
  const without = inDataOf({ data: { [field]: undefined } })
  const long = inDataOf({ data: { [field]: '1'.repeat(max + 1) } })
  return [
    {
      id: `no-${field}`,
      done: said('certify.done.no-field', { field }),
      inData: without,
    },
    {
      id: `long-${field}`,
      done: said('certify.done.long-field', { field, max }),
      inData: long,
    },
  ].map(({ id, done, inData }) =>
    refusal({
      id,
      group: 'request',
      done,
      plan: { inData },
      code: -2,
      cases: [caseOf(id, 'table', clause, codeIs(-2))],
    }),
  )
}
