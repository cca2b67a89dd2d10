import { randomBytes } from 'node:crypto'
import t from 'tap'
import { nodePrimitives, scriptPrimitives } from '../../src/gm/primitives.js'
import { createSealer, SealError } from '../../src/gm/seal.js'

const master = randomBytes(32)
const sealer = createSealer(master)

for (const text of ['', '{}', '张三丰 𬭎', 'x'.repeat(5000)]) {
  t.test(`what was sealed opens again (${text.length})`, async t => {
    t.equal(sealer.open(sealer.seal(text)), text)
  })
}

t.test('two seals of the same text differ, and hide it', async t => {
  const [one, two] = [sealer.seal('李四的医保'), sealer.seal('李四的医保')]
  t.notSame(one.subarray(17), two.subarray(17))
  t.notOk(one.includes('李四'))
})

t.test('both libraries seal to the same bytes', async t => {
  const fixed = () => Buffer.alloc(16, 0xfe)
  const [ours, theirs] = [nodePrimitives, scriptPrimitives].map(library =>
    createSealer(master, library, fixed),
  )
  const text = '王五'.repeat(30)
  t.same(ours?.seal(text), theirs?.seal(text))
  t.equal(theirs?.open(sealer.seal(text)), text)
})

t.test('any changed bit is noticed', async t => {
  const sealed = sealer.seal('赵六')
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed)
    const at = bit >> 3
    changed[at] = (changed[at] ?? 0) ^ (1 << (bit & 7))
    try {
      sealer.open(changed)
      t.fail(`bit ${bit} was not noticed`)
    } catch (error) {
      if (!(error instanceof SealError)) throw error
    }
  }
})

t.test('any cut is noticed', async t => {
  const sealed = sealer.seal('')
  for (let length = 0; length < sealed.length; length++)
    t.throws(() => sealer.open(sealed.subarray(0, length)), SealError)
  t.throws(() => sealer.open(Buffer.concat([sealed, Buffer.of(0)])), SealError)
})

t.test('another key does not open it', async t => {
  const other = createSealer(randomBytes(32))
  t.throws(() => other.open(sealer.seal('孙七')), SealError)
})

t.test('an unknown version says so', async t => {
  const sealed = sealer.seal('周八')
  sealed[0] = 9
  t.throws(() => sealer.open(sealed), { code: 'SEAL_BROKEN', message: /9/ })
})

t.test('a key of another length is a mistake of the program', async t => {
  t.throws(() => createSealer(randomBytes(16)), TypeError)
})
