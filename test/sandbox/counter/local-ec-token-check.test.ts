import t from 'tap'
import { TOKEN_LIFE_MS } from '../../../src/sandbox/books/token-book.js'
import { type Harness, startHarness, TOKEN_CHECK } from '../harness.js'

/** A scan of 'ji', and what a business system then knows. */
async function scan({ sandbox, query }: Harness) {
  const { json } = await query(await sandbox.issueCode('ji'))
  const { ecToken, idType, idNo, userName } = json.data
  return { ecToken, idType, idNo, userName }
}

t.test('a token passes for its person, more than once', async t => {
  const harness = await startHarness(t)
  const claim = await scan(harness)
  for (const _ of [1, 2]) {
    const { status, json } = await harness.post(TOKEN_CHECK, claim)
    t.equal(status, 200)
    t.strictSame(json, {
      code: 0,
      type: 'success',
      success: true,
      message: '成功',
      data: {
        flag: 1,
        idType: '01',
        idNo: '990203198506150037',
        userName: '𠮷小川',
        insuOrg: '350200',
      },
    })
  }
})

t.test('a token fails for anybody else, and tells nothing', async t => {
  const harness = await startHarness(t)
  const right = await scan(harness)
  for (const wrong of [
    { idNo: '11010519491231002X' },
    { userName: '王秀英' },
    { idType: '02' },
    { ecToken: `${right.ecToken}x` },
  ]) {
    const claim = { ...right, ...wrong }
    const { json } = await harness.post(TOKEN_CHECK, claim)
    const { ecToken, ...sent } = claim
    t.equal(json.code, 0)
    t.strictSame(json.data, { flag: 0, ...sent })
  }
})

t.test('a token ends by time', async t => {
  const harness = await startHarness(t)
  const claim = await scan(harness)
  harness.advance(TOKEN_LIFE_MS)
  t.equal((await harness.post(TOKEN_CHECK, claim)).json.data.flag, 1)
  harness.advance(1)
  t.equal((await harness.post(TOKEN_CHECK, claim)).json.data.flag, 0)
})

t.test('each field that is missing is named', async t => {
  const harness = await startHarness(t)
  const claim = await scan(harness)
  for (const field of Object.keys(claim)) {
    const { json } = await harness.post(TOKEN_CHECK, { ...claim, [field]: '' })
    t.equal(json.code, -2)
    t.match(json.message, `缺少 ${field}，`)
  }
})

t.test('a prefix is no hindrance', async t => {
  const harness = await startHarness(t)
  const claim = await scan(harness)
  const { json } = await harness.post(`/test${TOKEN_CHECK}`, claim)
  t.equal(json.data.flag, 1)
})
