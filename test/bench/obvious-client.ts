/**
 * The client that one writes first: sm-crypto as its README shows it, and a
 * new HTTPS request for each call.
 * @module
 */
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import smCrypto from 'sm-crypto'
import { canonicalJson, signText } from '../../src/envelope/canonical.js'
import { DIALECTS } from '../../src/envelope/rules.js'
import { parsePrivateKey, parsePublicKey } from '../../src/gm/keys.js'
import type { SandboxKeys } from '../../src/sandbox/keys.js'

const { sm2, sm4 } = smCrypto
const RULES = DIALECTS.A

type Json = Record<string, unknown>

/** Posts a body and gives the opened reply; throws where it does not verify. */
export function obviousClient(strUrl: string, { party, files }: SandboxKeys) {
  const { appId, appSecret } = party
  const read = (file: string) => readFileSync(file, 'utf8')
  const ours = parsePrivateKey(read(files.private_key_file))
  const theirs = parsePublicKey(read(files.public_key_file))
  const privateHex = Buffer.from(ours.scalar).toString('hex')
  const publicHex = pointHex(theirs.point)
  const firstKey = Buffer.from(appId.slice(0, 16)).toString('hex')
  const secret = sm4.encrypt(appSecret, firstKey).toUpperCase()
  const key = Buffer.from(secret.slice(0, 16)).toString('hex')

  return async (body: Json): Promise<{ code: number }> => {
    const message = {
      ...body,
      appId,
      version: '1.0.0',
      encType: 'SM4',
      signType: 'SM2',
      timestamp: timestamp(),
    }
    const text = signText(message, appSecret, RULES)
    const signature = sm2.doSignature(text, privateHex, { hash: true })
    const signData = Buffer.from(signature, 'hex').toString('base64')
    const plain = canonicalJson(body.data, RULES)
    const encData = sm4.encrypt(plain, key).toUpperCase()
    const { data: _, ...rest } = { ...message, signData, encData } as Json
    const reply = await post(strUrl, JSON.stringify(rest))
    if (!reply.encData) throw new Error(JSON.stringify(reply))
    const data = JSON.parse(sm4.decrypt(String(reply.encData), key))
    const signed = signText({ ...reply, data }, appSecret, RULES)
    const raw = Buffer.from(String(reply.signData), 'base64').toString('hex')
    if (!sm2.doVerifySignature(signed, raw, publicHex, { hash: true })) {
      throw new Error('the reply does not verify')
    }
    return { code: Number(reply.code) }
  }
}

/** sm-crypto wants the 04 in front. */
function pointHex(point: Uint8Array): string {
  const hex = Buffer.from(point).toString('hex')
  return hex.length === 128 ? `04${hex}` : hex
}

/** Beijing's, as platforms write it. */
function timestamp(): string {
  const beijing = new Date(Date.now() + 8 * 3_600_000)
  return beijing.toISOString().replace(/\D/g, '').slice(0, 14)
}

function post(strUrl: string, body: string): Promise<Json> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const options = {
      ...{ method: 'POST', agent: false, headers },
      rejectUnauthorized: false,
    }
    const sent = request(strUrl, options, async response => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      resolve(JSON.parse(text))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
