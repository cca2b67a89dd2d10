/**
 * Events as linux/input.h lays them out: no gun that types was at hand when
 * this was written.
 */
import fc from 'fast-check'
import t from 'tap'
import { hex } from '../../../src/scanner/bytes.js'
import { EVENT_BYTES, keyboard } from '../../../src/scanner/drivers/keyboard.js'
import { CODE, cut, hear, reads, single, splits, usual } from '../stream.js'
import {
  ALT,
  event,
  key,
  LEFT_SHIFT,
  lost,
  RIGHT_SHIFT,
  tap,
  type as typed,
} from '../typing.js'

const RIGHT_ALT = 100

const decoder = (framing = usual) => keyboard.decoder(framing)

const skip = EVENT_BYTES !== 24 && 'these bytes are of a machine of 64 bits'

t.test('an event is read by its bytes', { skip }, async t => {
  // Seconds, microseconds, type, code, value: scan code, KEY_4, end of report.
  const bytes = hex(
    'E2F61F6800000000 A1B20C0000000000 0400 0400 21000700' +
      'E2F61F6800000000 A1B20C0000000000 0100 0500 01000000' +
      'E2F61F6800000000 A1B20C0000000000 0000 0000 00000000' +
      'E2F61F6800000000 B1B20C0000000000 0100 0500 00000000' +
      'E2F61F6800000000 B1B20C0000000000 0000 0000 00000000' +
      'E2F61F6800000000 C1B20C0000000000 0100 1C00 01000000',
  )
  t.strictSame(reads(decoder().push(bytes)), ['4'])
})

t.test('every character that a gun types', async t => {
  const all = Array.from({ length: 95 }, (_, at) =>
    String.fromCharCode(32 + at),
  )
  const text = all.join('')
  t.strictSame(reads(decoder().push(typed(`${text}\r`))), [text])
})

t.test('every split gives the same code', async t => {
  const bytes = typed(`${CODE}Aa\r`)
  for (const pieces of splits(bytes)) {
    const heard = hear(decoder(), ...pieces)
    if (reads(heard)[0] !== `${CODE}Aa`) t.fail(`${pieces[0]?.length}`)
  }
  t.strictSame(reads(hear(decoder(), ...single(bytes))), [`${CODE}Aa`])
})

t.test('the keypad types too, and its Enter ends a code', async t => {
  const keypad = [79, 80, 81, 75, 76, 77, 71, 72, 73, 82, 83, 96]
  const bytes = Buffer.concat(keypad.map(tap))
  t.strictSame(reads(decoder().push(bytes)), ['1234567890.'])
})

t.test('either shift, for as long as it is held', async t => {
  for (const shift of [LEFT_SHIFT, RIGHT_SHIFT]) {
    const bytes = Buffer.concat([
      key(shift, 1),
      tap(30),
      key(shift, 2),
      tap(30),
      key(shift, 0),
      tap(30),
      tap(28),
    ])
    t.strictSame(reads(decoder().push(bytes)), ['AAa'])
  }
})

t.test('a key that repeats is pressed once', async t => {
  const bytes = Buffer.concat([key(2, 1), key(2, 2), key(2, 2), key(2, 0)])
  const whole = Buffer.concat([bytes, tap(28)])
  t.strictSame(reads(decoder().push(whole)), ['1'])
})

t.test('Chinese is typed as Alt and a number', async t => {
  const digits = (number: string) =>
    [...number].map(digit => tap(KEYPAD[digit] ?? 0))
  const alt = (number: string) =>
    Buffer.concat([key(ALT, 1), ...digits(number), key(ALT, 0)])
  const heard = decoder().push(
    Buffer.concat([
      alt('35760'),
      alt('31508'),
      alt('9999999'),
      alt(''),
      tap(28),
    ]),
  )
  t.strictSame(heard, [{ kind: 'read', bytes: Buffer.from('记笔') }])
})

t.test('tab ends a code where that is declared', async t => {
  const heard = decoder({ ...usual, suffix: 'tab' }).push(typed(`${CODE}\t`))
  t.strictSame(reads(heard), [CODE])
})

t.test('without a suffix, silence ends a code', async t => {
  const keys = decoder({ ...usual, suffix: 'none' })
  t.strictSame(keys.push(typed(CODE)), [])
  t.ok(keys.isPending)
  t.strictSame(reads(keys.pause()), [CODE])
})

t.test('where keys were lost, nothing is read up to the line end', async t => {
  for (const suffix of ['auto', 'none'] as const) {
    const keys = decoder({ ...usual, suffix })
    const heard = keys.push(
      Buffer.concat([typed('42437548'), lost, typed('0000')]),
    )
    t.strictSame(heard, [{ kind: 'cut', bytes: Buffer.from('42437548') }])
    t.ok(keys.isPending)
    t.strictSame(keys.push(tap(28)), [])
    const next = [...keys.push(typed(`${CODE}\r`)), ...keys.pause()]
    t.strictSame(reads(next), suffix === 'none' ? [`${CODE}\r`] : [CODE])
  }
})

t.test('after a silence keys that were lost matter no more', async t => {
  const keys = decoder()
  keys.push(Buffer.concat([lost, typed('0000')]))
  t.strictSame(keys.pause(), [])
  t.notOk(keys.isPending)
  t.strictSame(reads(keys.push(typed(`${CODE}\r`))), [CODE])
})

t.test(
  'a key whose release was lost ends with the code, or silence',
  async t => {
    for (const held of [LEFT_SHIFT, ALT, RIGHT_ALT]) {
      const keys = decoder()
      keys.push(Buffer.concat([key(held, 1), typed('42\r')]))
      t.strictSame(reads(keys.push(typed(`${CODE}\r`))), [CODE])

      keys.push(Buffer.concat([key(held, 1), lost]))
      t.ok(keys.isPending)
      t.strictSame(keys.pause(), [])
      t.notOk(keys.isPending)
      t.strictSame(reads(keys.push(typed(`${CODE}\r`))), [CODE])
    }
    const digit = decoder()
    digit.push(Buffer.concat([key(RIGHT_ALT, 1), tap(79)]))
    t.strictSame(reads(digit.push(typed('42\r'))), [], 'a number, no digits')
    const alone = decoder()
    alone.push(key(ALT, 1))
    t.ok(alone.isPending)
    alone.pause()
    t.strictSame(reads(alone.push(typed(`${CODE}\r`))), [CODE])
  },
)

t.test(
  'events that came in part do not shift those after a silence',
  async t => {
    const keys = decoder()
    keys.push(Buffer.concat([typed('42'), tap(2).subarray(0, 7)]))
    keys.pause()
    t.strictSame(reads(keys.push(typed(`${CODE}\r`))), [CODE])
  },
)

t.test('what is typed is read, however the events are cut', async () => {
  const text = fc.stringMatching(/^[ -~]{1,40}$/)
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (text, lengths) => {
      const heard = hear(decoder(), ...cut(typed(`${text}\r`), lengths))
      return reads(heard).join() === text
    }),
  )
})

t.test('no events throw', async () => {
  const any = fc.array(
    fc.tuple(fc.nat(5), fc.nat(300), fc.integer({ min: -1, max: 3 })),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(any, all => {
      const keys = decoder()
      keys.push(Buffer.concat(all.map(one => event(...one))))
      keys.pause()
      return !keys.isPending
    }),
  )
})

const KEYPAD: Record<string, number> = {
  ...{ 7: 71, 8: 72, 9: 73, 4: 75, 5: 76, 6: 77, 1: 79, 2: 80, 3: 81, 0: 82 },
}
