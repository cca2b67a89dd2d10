import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { TurnCache } from '../../../src/sandbox/books/turn-cache.js'

function start() {
  const asked: string[] = []
  const cache = new TurnCache<string | undefined>()
  const get = (key: string, value?: string) =>
    cache.get(key, () => {
      asked.push(key)
      return value
    })
  return { cache, asked, get }
}

t.test(
  'each key is read once in a turn, also where it has nothing',
  async t => {
    const { asked, get } = start()
    t.equal(get('a', 'one'), 'one')
    t.equal(get('a', 'two'), 'one')
    t.equal(get('b'), undefined)
    t.equal(get('b', 'three'), undefined)
    t.strictSame(asked, ['a', 'b'])
  },
)

t.test('and once more in the next turn', async t => {
  const { get } = start()
  for (const value of ['one', 'two', 'three']) {
    t.equal(get('a', value), value)
    await turn()
  }
})

t.test('who writes has it read again at once', async t => {
  const { cache, get } = start()
  get('a', 'one')
  cache.clear()
  t.equal(get('a', 'two'), 'two')
})

t.test('a read that fails is none', async t => {
  const { cache, get } = start()
  const fail = () => {
    throw new Error('disk')
  }
  t.throws(() => cache.get('a', fail), { message: 'disk' })
  t.equal(get('a', 'one'), 'one')
})
