import t from 'tap'
import {
  JOURNALS_BYTES_MAX,
  JournalRoom,
  REQUEST_BYTES,
} from '../../../src/sandbox/control/journal-room.js'

/** A room, and which of what was added it still has. */
function start() {
  const room = new JournalRoom()
  const kept = new Map<string, object>()
  const remove = (name: string) => {
    room.remove(kept.get(name) ?? {})
    kept.delete(name)
  }
  const add = (name: string, bytes: number) => {
    const recorded = { name }
    kept.set(name, recorded)
    room.add(recorded, bytes, () => remove(name))
  }
  return { add, remove, names: () => [...kept.keys()] }
}

/** With what a request takes beside it, half of all that there is. */
const HALF = JOURNALS_BYTES_MAX / 2 - REQUEST_BYTES

t.test('the oldest of any journal make room', async t => {
  const { add, names } = start()
  add('one', HALF)
  add('other', HALF)
  t.strictSame(names(), ['one', 'other'])
  add('small', 0)
  t.strictSame(names(), ['other', 'small'])
  add('half', HALF)
  t.strictSame(names(), ['small', 'half'])
})

t.test('what is forgotten takes no room any more', async t => {
  const { add, remove, names } = start()
  add('one', HALF)
  add('other', HALF)
  remove('other')
  add('third', HALF)
  t.strictSame(names(), ['one', 'third'])
})

t.test('one that is too large alone is kept until the next', async t => {
  const { add, names } = start()
  add('small', 0)
  add('huge', 2 * JOURNALS_BYTES_MAX)
  t.strictSame(names(), ['huge'])
  add('small again', 0)
  t.strictSame(names(), ['small again'])
})
