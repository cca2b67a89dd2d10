/**
 * What the scenarios of the standard's flows have in common.
 * @module
 */
import type { Test } from 'tap'
import {
  type AnswerJson,
  type Harness,
  QUERY,
  queryFor,
  startHarness,
  TOKEN_CHECK,
} from '../harness.js'

/** What /sandbox/people/:id tells. */
export interface PersonJson {
  active: boolean
  insured: string[]
  channels: string[]
  authorisations: Record<string, string>
  credential: string
  provinces: {
    province: string
    active: boolean
    insured: string[]
    channels: string[]
  }[]
}

/** Any answer under /sandbox. */
export interface DirectedJson {
  code: number
  message: string
  authorisation: string
}

export interface Flow extends Harness {
  /** What the sandbox knows of the person called `id`. */
  person(id: string): Promise<PersonJson>
  /** Has the person do something: activate, channels, move. */
  act(id: string, what: string, order: object): Promise<DirectedJson>
  /** Takes back the authorisation of `channel`. */
  revoke(id: string, channel: string): Promise<DirectedJson>
  /** A code that a person shows. */
  show(order: object): Promise<string>
  /** What a counter of the province hears that scans `code`. */
  scan(code: string, province?: string): Promise<AnswerJson>
  /** What a counter of the province hears that checks a token. */
  checkToken(claim: object, province?: string): Promise<AnswerJson>
  /** What a counter of the province hears that settles. */
  settle(claim: object, province?: string): Promise<AnswerJson>
  /** What other platforms have told the province. */
  notices(province: string): Promise<object[]>
}

export const SETTLE = '/localcfc/api/hsecfc/settle'

/** A sandbox of the test's own, and the people and counters in it. */
export async function startFlow(t: Test): Promise<Flow> {
  const harness = await startHarness(t)
  const { get, post } = harness
  const at = (province?: string) => (province ? `/province/${province}` : '')
  return {
    ...harness,
    person: async id => (await get<PersonJson>(`/sandbox/people/${id}`)).json,
    act: async (id, what, order) =>
      (await post<DirectedJson>(`/sandbox/people/${id}/${what}`, order)).json,
    revoke: async (id, channel) =>
      (
        await harness.remove<DirectedJson>(
          `/sandbox/people/${id}/channels/${channel}`,
        )
      ).json,
    async show(order) {
      const { json, text } = await post<{ code: string }>(
        '/sandbox/codes',
        order,
      )
      if (typeof json.code === 'string') return json.code
      throw new Error(text)
    },
    scan: async (code, province) =>
      (await post(at(province) + QUERY, queryFor(code))).json,
    checkToken: async (claim, province) =>
      (await post(at(province) + TOKEN_CHECK, claim)).json,
    settle: async (claim, province) =>
      (await post(at(province) + SETTLE, claim)).json,
    async notices(province) {
      const { json } = await get<{
        provinces: { digits: string; notices: object[] }[]
      }>('/sandbox/platforms')
      const found = json.provinces.find(({ digits }) => digits === province)
      return found?.notices ?? []
    },
  }
}

/** What a counter sends on, of what a scan has told it. */
export function claimOf({ data }: AnswerJson) {
  const { ecToken, idType, idNo, userName } = data
  return { ecToken, idType, idNo, userName }
}
