/**
 * What faults make of an answer that the platform has given.
 * @module
 */
import iconv from 'iconv-lite'
import { parseObject } from '../../envelope/json.js'
import type { Random } from '../platform.js'
import type { FaultKind } from './fault-contract.js'

/** What is sent in place of `said`; undefined where that is sent as it is. */
export function spoil(
  said: string,
  fault: Partial<FaultKind>,
  random: Random,
): Buffer | undefined {
  if (fault.empty) return Buffer.alloc(0)
  if (fault.garble) return random(Buffer.byteLength(said))
  if (fault.truncate) return firstHalf(Buffer.from(said))
  if (fault.gbk) return iconv.encode(said, 'gbk')
  if (fault['wrong-signature']) return wronglySigned(said)
  if (fault.cut === 'middle') return firstHalf(Buffer.from(said))
  return undefined
}

/** No JSON any more. */
function firstHalf(answer: Buffer): Buffer {
  return answer.subarray(0, Math.floor(answer.length / 2))
}

function wronglySigned(said: string): Buffer | undefined {
  const answer = parseObject(said)
  const signData = answer?.signData
  if (typeof signData !== 'string') return undefined
  const first = signData.startsWith('A') ? 'B' : 'A'
  const wrong = { ...answer, signData: first + signData.slice(1) }
  return Buffer.from(JSON.stringify(wrong))
}
