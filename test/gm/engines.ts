/**
 * Both engines of SM2 and what their tests share.
 * @module
 */
import { readFileSync } from 'node:fs'
import { sm2Engine } from '../../src/gm/engine.js'
import { createScriptEngine } from '../../src/gm/script.js'
import { createSm2, type Sm2 } from '../../src/gm/sm2.js'
import { packagePath } from '../../src/paths.js'

export const vectors = JSON.parse(
  readFileSync(packagePath('test/gm/vectors.json'), 'utf8'),
)

/** The tests run where OpenSSL does, so that both are tested. */
export const engines = {
  openssl: sm2Engine,
  'sm-crypto': createScriptEngine(),
}

/** Each engine's SM2 by name. */
export function eachSm2(): [name: string, sm2: Sm2][] {
  return Object.entries(engines).map(([name, engine]) => [
    name,
    createSm2(engine),
  ])
}

export function fromHex(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}

/** A copy with bit 0 of byte `at` flipped. */
export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
