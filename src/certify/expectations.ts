/**
 * What must come of a call, each with the sentence that says so. What came
 * instead is told without a value that may be personal.
 * @module
 */
import { idType } from '../dictionary/id-types.js'
import type { TextKey, TextParameters } from '../texts/index.js'
import type { Expectation } from './case.js'
import { isOtherCharset, outMembers, outObject } from './out-data.js'
import { type Answered, isAnswered, type Said } from './seen.js'

/** Of every call that came back; those that did not have failed already. */
type Judge = (seen: Answered) => Said | undefined

/** A sentence of what was seen. */
export function said(key: TextKey, parameters?: TextParameters): Said {
  return parameters ? { key, parameters } : { key }
}

/** `judge` finds nothing in any of the calls. */
export function each(expected: Said, judge: Judge): Expectation {
  return {
    expected,
    judge: calls => {
      for (const call of calls.filter(isAnswered)) {
        const found = judge(call)
        if (found) return found
      }
      return undefined
    },
  }
}

/** As {@link each}, of the call at `place` alone; -1 is the last. */
export function at(place: number, { expected, judge }: Expectation) {
  return {
    expected,
    judge: (calls: Parameters<Expectation['judge']>[0]) =>
      judge(calls.slice(place, place === -1 ? undefined : place + 1)),
  }
}

/** The call came back; judged where it did not before any case is. */
export function answers(): Expectation {
  return each(said('certify.expect.answers'), () => undefined)
}

/** NationEcTrans returned this text. */
export function returns(status: string): Expectation {
  return each(said('certify.expect.returned', { status }), ({ ended }) =>
    ended.returned === undefined || ended.returned === status
      ? undefined
      : said('certify.seen.returned', { returned: quoted(ended.returned) }),
  )
}

/** NationEcTrans returned any text but "0000". */
export function returnsFailure(): Expectation {
  return each(said('certify.expect.returned-failure'), ({ ended }) =>
    ended.returned === '0000' || ended.returned === null
      ? said('certify.seen.returned', { returned: quoted(ended.returned) })
      : undefined,
  )
}

/** OutData is one JSON object. */
export function isJson(): Expectation {
  return each(said('certify.expect.json'), seen =>
    outObject(seen) ? undefined : noJson(seen),
  )
}

/** `code` in OutData is one of these numbers; a number, not text. */
export function codeIs(...codes: number[]): Expectation {
  const expected = said('certify.expect.code', { codes: codes.join(' / ') })
  return each(expected, seen => codeFault(seen, code => codes.includes(code)))
}

/** `code` in OutData is any number but 0. */
export function codeIsFailure(): Expectation {
  return each(said('certify.expect.code-failure'), seen =>
    codeFault(seen, code => code !== 0),
  )
}

/** There is a sentence for the person at the window. */
export function hasMessage(): Expectation {
  return each(said('certify.expect.message'), seen => {
    const message = outObject(seen)?.message
    const there = typeof message === 'string' && message.trim() !== ''
    return there ? undefined : missing('message')
  })
}

/** OutData has the orgId of the request. */
export function echoesOrgId(): Expectation {
  return each(said('certify.expect.org-id'), seen => {
    const orgId = outObject(seen)?.orgId
    if (orgId === seen.asked.orgId) return undefined
    return said('certify.seen.org-id', { orgId: quoted(orgId) })
  })
}

/** `data` is an object and neither its text nor null. */
export function dataIsObject(): Expectation {
  return each(said('certify.expect.data'), seen => {
    const data = outObject(seen)?.data
    const kind =
      data === null ? 'null' : Array.isArray(data) ? 'list' : typeof data
    return kind === 'object' ? undefined : said('certify.seen.data', { kind })
  })
}

/**
 * data.`name` is text of at most `max` characters, and what the person whose
 * code was shown has, where that is known.
 */
export function hasText(
  name: 'userName' | 'idNo' | 'ecToken' | 'insuOrg',
  max: number,
): Expectation {
  return each(said('certify.expect.text', { name, max }), seen => {
    const value = outMembers(seen)[name]
    if (typeof value !== 'string' || value.trim() === '') return missing(name)
    const { length } = [...value]
    if (length > max) return said('certify.seen.long', { name, length })
    const person: Partial<Record<string, string>> = { ...seen.shown?.person }
    const right = person[name] ?? value
    return value === right ? undefined : said('certify.seen.other', { name })
  })
}

/** data.idType stands in table C.2. */
export function hasIdType(): Expectation {
  return each(said('certify.expect.id-type'), seen => {
    const value = outMembers(seen).idType
    if (typeof value !== 'string' || value === '') return missing('idType')
    if (idType(value)) return undefined
    return said('certify.seen.id-type', { value: quoted(value) })
  })
}

/** Nothing of a person is in OutData. */
export function hasNobody(): Expectation {
  return each(said('certify.expect.nobody'), seen => {
    const members = outMembers(seen)
    const name = ['userName', 'idNo', 'ecToken'].find(name => members[name])
    return name ? said('certify.seen.somebody', { name }) : undefined
  })
}

/** OutData ends with a NUL and nothing outside its buffer was touched. */
export function staysInside(): Expectation {
  return each(said('certify.expect.inside'), ({ ended }) => {
    const { before, beyond, terminated } = ended
    if (beyond > 0) return said('certify.seen.beyond', { bytes: beyond })
    if (before > 0) return said('certify.seen.before', { bytes: before })
    return terminated ? undefined : said('certify.seen.unterminated')
  })
}

/** OutData is in the charset of InData. */
export function keepsCharset(): Expectation {
  return each(said('certify.expect.charset'), seen =>
    isOtherCharset(seen, seen.asked.charset)
      ? said('certify.seen.charset', { charset: seen.asked.charset })
      : undefined,
  )
}

function codeFault(
  seen: Answered,
  isRight: (code: number) => boolean,
): Said | undefined {
  const object = outObject(seen)
  if (!object) return noJson(seen)
  const { code } = object
  if (typeof code === 'number' && isRight(code)) return undefined
  return said('certify.seen.code', { code: quoted(code) })
}

function noJson({ ended }: Answered): Said {
  const bytes = ended.outData.length
  return said('certify.seen.no-json', { bytes })
}

/** There is no `name`, or it is empty. */
export function missing(name: string): Said {
  return said('certify.seen.missing', { name })
}

/** Short and on one line, whatever it is. */
export function quoted(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, QUOTED_MAX)
}

const QUOTED_MAX = 60
