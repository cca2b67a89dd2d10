/**
 * A whole signed and encrypted ec.query beside the obvious implementation
 * (sm-crypto, a new HTTPS request each time): `node dist/test/bench/signed.js`.
 * What is compared is the processor time of the client, which is all its own;
 * the sandbox is another process.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { request } from 'undici'
import { packagePath } from '../../src/paths.js'
import { createPlatformClient } from '../../src/platform/client.js'
import type { AllowedPlatform } from '../../src/platform/targets.js'
import { connectionsTo } from '../../src/platform/trust.js'
import { loadKeys } from '../../src/sandbox/keys.js'
import { obviousClient } from './obvious-client.js'
import { quantiles } from './quantiles.js'

const CALLS = 100
const WARM_UP = 20

type Post = (body: Record<string, unknown>) => Promise<{ code: number }>

const folder = mkdtempSync(join(tmpdir(), 'nationec-bench-'))
const sandbox = spawn(
  process.execPath,
  [packagePath('bin/nationec.js'), 'sandbox', 'start', '--port', '0', '--json'],
  { env: { ...process.env, NATIONEC_STATE: folder }, stdio: 'pipe' },
)
try {
  const [line] = await once(createInterface(sandbox.stdout), 'line')
  await compare(JSON.parse(line))
} finally {
  sandbox.kill()
  await once(sandbox, 'exit')
  rmSync(folder, { recursive: true })
}

async function compare(ready: { strUrl: string; fingerprint: string }) {
  const url = `${new URL(ready.strUrl).origin}/`
  const keys = loadKeys(join(folder, 'sandbox'))
  const { appId } = keys.party
  const allowed: AllowedPlatform = {
    ...{ url, pin: ready.fingerprint, caFile: '' },
    envelope: {
      ...{ form: 'encrypted', dialect: 'A', sign: 'SM2', version: '1.0.0' },
      appId,
      appSecretFile: keys.files.app_secret_file,
      privateKeyFile: keys.files.private_key_file,
      publicKeyFile: keys.files.public_key_file,
    },
  }
  const client = createPlatformClient(() => [allowed])
  const target = client.target(ready.strUrl)
  const never = new AbortController().signal
  const nextCode = codes(url, ready.fingerprint)
  const ours = await measure(body => target.post(body, never), nextCode)
  const obvious = await measure(obviousClient(ready.strUrl, keys), nextCode)
  await client.close()
  console.log('processor time of the client for a signed ec.query, ms')
  console.log(
    `ours       p50 ${ours.p50.toFixed(2)}  p99 ${ours.p99.toFixed(2)}`,
  )
  console.log(
    `sm-crypto  p50 ${obvious.p50.toFixed(2)}  p99 ${obvious.p99.toFixed(2)}`,
  )
  console.log(`ratio      ${(obvious.p50 / ours.p50).toFixed(1)}`)
}

async function measure(post: Post, nextCode: () => Promise<string>) {
  const spent: number[] = []
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    const body = requestFor(await nextCode())
    const before = process.cpuUsage()
    const { code } = await post(body)
    const { user, system } = process.cpuUsage(before)
    if (code !== 0) throw new Error(`the sandbox answered ${code}`)
    if (call >= WARM_UP) spent.push((user + system) / 1000)
  }
  return quantiles(spent)
}

function requestFor(ecQrCode: string) {
  const orgId = 'H99010100001'
  const operator = { operatorId: '001', operatorName: '收费员甲' }
  const office = { officeId: '01', officeName: '内科' }
  const terminal = { termId: '99000000000000000001', termIp: '127.0.0.1' }
  const asked = { orgId, ecQrCode, businessType: '01101' }
  const data = { ...asked, ...terminal, ...operator, ...office }
  return { orgId, transType: 'ec.query', data, extra: {} }
}

/** Fresh codes, over a connection that is not measured. */
function codes(url: string, pin: string): () => Promise<string> {
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  return async () => {
    const { body } = await request(`${url}sandbox/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      dispatcher,
    })
    return ((await body.json()) as { code: string }).code
  }
}
