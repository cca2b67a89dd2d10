import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { gmEngine } from '../../src/gm/engine.js'
import { parsePrivateKey } from '../../src/gm/keys.js'
import { openOpenssl } from '../../src/gm/openssl.js'
import { addonPath } from '../../src/paths.js'
import { fromHex, vectors } from './engines.js'

t.test('this Node has the engine of OpenSSL', async t => {
  t.equal(gmEngine(), 'openssl')
})

t.test('an addon that is missing, another or wrong is no engine', async t => {
  t.equal(openOpenssl('/no/such/sm2.node'), undefined)
  t.equal(openOpenssl(addonPath()), undefined)
  const wrong = t.testdir({
    'old.cjs': 'exports.verify = () => true',
    'wrong.cjs': 'exports.signAside = exports.verify = () => false',
    'right.cjs': 'exports.signAside = exports.verify = () => true',
  })
  t.equal(openOpenssl(join(wrong, 'old.cjs')), undefined)
  t.equal(openOpenssl(join(wrong, 'wrong.cjs')), undefined)
  t.equal(openOpenssl(join(wrong, 'right.cjs'))?.name, 'openssl')
})

t.test('the public key is that of GB/T 32918.5', async t => {
  const { privateKey, publicKey } = vectors['gbt32918-sm2-sign']
  const point = openOpenssl()?.publicPoint(fromHex(privateKey))
  t.equal(point?.toString('hex'), publicKey)
})

t.test('the addon refuses what TypeScript would not give it', async t => {
  const engine = openOpenssl()
  if (!engine) throw new Error('no engine')
  const [scalar, point] = [Buffer.alloc(32, 1), Buffer.alloc(65, 4)]
  const empty = Buffer.alloc(0)
  t.throws(() => engine.publicPoint(empty), RangeError)
  t.throws(() => engine.publicPoint(JSON.parse('"text"')), TypeError)
  t.throws(() => engine.sign(empty, { scalar, point: empty }, ''), RangeError)
  t.throws(() => engine.sign(empty, { scalar, point }, ''), /SM2 key/)
  t.throws(() => engine.encrypt(Buffer.of(1), { point }), /SM2 key/)
})

t.test('an addon that cannot compute aside says so', async t => {
  const engine = openOpenssl()
  if (!engine) throw new Error('no engine')
  const [scalar, point] = [Buffer.alloc(32, 1), Buffer.alloc(65, 4)]
  const [empty, short] = [Buffer.alloc(0), Buffer.alloc(64)]
  const wrong = { scalar, point }
  await t.rejects(engine.signAside(empty, wrong, ''), /SM2 key/)
  await t.rejects(engine.verifyAside(empty, short, wrong, ''), /SM2 key/)
  const sized = { scalar, point: empty }
  await t.rejects(engine.signAside(empty, sized, ''), RangeError)
})

t.test(
  'who computes aside does not push the event loop aside',
  { skip: process.platform !== 'linux' && 'needs the policies of Linux' },
  async t => {
    const { privateKey } = vectors['gbt32918-sm2-sign']
    const key = parsePrivateKey(privateKey)
    const threads = Array.from({ length: 32 }, () =>
      openOpenssl()?.signAside(Buffer.alloc(1), key, ''),
    )
    await Promise.all(threads)
    const policies = readdirSync('/proc/self/task').map(policyOf)
    t.ok(policies.includes(SCHED_BATCH))
    t.equal(policyOf(String(process.pid)), SCHED_OTHER)
  },
)

const SCHED_OTHER = 0
const SCHED_BATCH = 3

/** Field 41 of proc(5), stat. */
function policyOf(thread: string): number {
  const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[41 - 3])
}
