/**
 * ec.query that is answered: what is returned, OutData, its members, its
 * buffer and its charset (Appendix B).
 * @module
 */
import { type Case, caseOf, type Need, type Trial } from '../case.js'
import {
  B2_CODE,
  B2_DATA,
  B2_ORG,
  B4_NAME,
  B4_NUMBER,
  B4_TOKEN,
  B4_TYPE,
  ONE_RECORD,
  OUT_DATA_SAMPLE,
  practice,
  SIGNATURE,
} from '../clauses.js'
import {
  at,
  codeIs,
  dataIsObject,
  echoesOrgId,
  hasIdType,
  hasText,
  isJson,
  keepsCharset,
  returns,
  said,
  staysInside,
} from '../expectations.js'
import { asciiInData, inDataOf } from '../request.js'
import type { CallerCharset } from '../seen.js'

const SHOWN: readonly Need[] = ['scan', 'sandbox']
const BYTES: readonly Need[] = ['bytes']

export const queryTrials: readonly Trial[] = [
  {
    id: 'query',
    group: 'abi',
    done: said('certify.done.query'),
    needs: ['scan'],
    run: async hands => [await hands.call({ inData: inDataOf(), show: {} })],
    cases: [
      caseOf('query', 'returned', B2_CODE, returns('0000')),
      caseOf('query', 'json', SIGNATURE, isJson()),
      caseOf('query', 'code', OUT_DATA_SAMPLE, codeIs(0)),
      caseOf('query', 'org-id', B2_ORG, echoesOrgId()),
      caseOf('query', 'data', B2_DATA, dataIsObject()),
      caseOf('query', 'user-name', B4_NAME, hasText('userName', 200)),
      caseOf('query', 'id-no', B4_NUMBER, hasText('idNo', 20)),
      caseOf('query', 'id-type', B4_TYPE, hasIdType()),
      caseOf('query', 'token', B4_TOKEN, hasText('ecToken', 40)),
      caseOf('query', 'buffer', practice('buffer'), staysInside()),
      caseOf('query', 'charset', practice('charset'), keepsCharset()),
    ],
  },
  inCharset('query-gbk', 'gb18030', 'wang'),
  inCharset('query-gb18030', 'gb18030', 'ji'),
  inCharset('query-rare', 'utf-8', 'ji'),
  {
    id: 'query-ascii',
    group: 'abi',
    done: said('certify.done.query-ascii'),
    needs: ['scan', 'sandbox'],
    run: async hands => [
      await hands.call({ inData: asciiInData(), show: { person: 'wang' } }),
    ],
    cases: [caseOf('query-ascii', 'json', practice('ascii'), isJson())],
  },
  {
    id: 'query-long',
    group: 'abi',
    done: said('certify.done.query-long'),
    needs: ['scan', 'sandbox'],
    run: async hands => {
      const inData = inDataOf()
      return [
        await hands.call({ inData, show: { person: 'gulbahar' } }),
        await hands.call({ inData, show: { person: 'zhang' } }),
      ]
    },
    cases: [
      caseOf('query-long', 'name', B4_NAME, at(0, hasText('userName', 200))),
      caseOf('query-long', 'buffer', practice('buffer'), staysInside()),
      caseOf('query-long', 'next', ONE_RECORD, at(1, hasText('userName', 200))),
    ],
  },
]

/** A caller of `charset` asks for somebody whose name it can write. */
function inCharset(id: string, charset: CallerCharset, person: string): Trial {
  return {
    id,
    group: 'abi',
    done: said('certify.done.charset', { charset, person }),
    needs: [...SHOWN, ...(charset === 'utf-8' ? [] : BYTES)],
    run: async hands => [
      await hands.call({ inData: inDataOf(), charset, show: { person } }),
    ],
    cases: cases(id),
  }
}

function cases(id: string): Case[] {
  return [
    caseOf(id, 'charset', practice('charset'), keepsCharset()),
    caseOf(id, 'json', SIGNATURE, isJson()),
    caseOf(id, 'user-name', B4_NAME, hasText('userName', 200)),
  ]
}
