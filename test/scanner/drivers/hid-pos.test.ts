/**
 * Reports as the manuals lay them out (Access-IS LSR118 p. 68, Newland FM420
 * p. 47): no HID device was at hand when this was written.
 */
import fc from 'fast-check'
import t from 'tap'
import { CODE_BYTES_MAX, type Driver } from '../../../src/scanner/driver.js'
import { DRIVERS } from '../../../src/scanner/drivers/index.js'
import { LAYOUTS, newland, reports, standard } from '../reports.js'
import { CODE, hear, reads, usual } from '../stream.js'

const LONG = CODE.repeat(30)

for (const [name, report] of Object.entries(LAYOUTS)) {
  const driver: Driver = DRIVERS[name as keyof typeof LAYOUTS]
  const listen = (...bytes: Buffer[]) => {
    const decoder = driver.decoder(usual)
    return { decoder, heard: hear(decoder, ...bytes) }
  }

  t.test(`${name}: a code, with its line end or without`, async t => {
    for (const end of ['', '\r', '\r\n']) {
      const { decoder, heard } = listen(report(Buffer.from(CODE + end), 0))
      t.strictSame(reads(heard), [CODE])
      t.notOk(decoder.isPending)
    }
  })

  t.test(`${name}: a code of several reports, one after the other`, async t => {
    for (const code of [
      CODE.repeat(2),
      LONG,
      'x'.repeat(56),
      '中文'.repeat(60),
    ]) {
      const { heard } = listen(
        ...reports(Buffer.from(code), report),
        ...reports(Buffer.from(CODE), report),
      )
      const codes = heard.map(one => ('bytes' in one ? `${one.bytes}` : one))
      t.strictSame(codes, [code, CODE])
    }
  })

  t.test(`${name}: a code that stops is cut, and the next is read`, async t => {
    const [first = Buffer.alloc(0)] = reports(Buffer.from(LONG), report)
    const { decoder, heard } = listen(first)
    t.strictSame(heard, [])
    t.ok(decoder.isPending)
    const bytes = Buffer.from(LONG.slice(0, 56))
    t.strictSame(decoder.pause(), [{ kind: 'cut', bytes }])
    t.notOk(decoder.isPending)
    t.strictSame(reads(decoder.push(report(Buffer.from(CODE), 0))), [CODE])
  })

  t.test(`${name}: a code that never ends is kept within a limit`, async t => {
    const { decoder, heard } = listen(
      ...Array.from({ length: 200 }, () => report(Buffer.alloc(56, 0x78), 1)),
    )
    t.strictSame(heard, [])
    const last = decoder.push(report(Buffer.from('x'), 0))
    t.strictSame(last, [{ kind: 'too-long' }])
    t.strictSame(reads(decoder.push(report(Buffer.from(CODE), 0))), [CODE])
  })

  t.test(`${name}: other reports are no codes`, async t => {
    const other = report(Buffer.from(CODE), 0)
    other[0] = 3
    t.strictSame(listen(other).heard, [])
    t.strictSame(listen(Buffer.alloc(0)).heard, [])
    t.strictSame(listen(report(Buffer.alloc(0), 0)).heard, [])
  })

  t.test(`${name}: no bytes throw, nothing is kept for ever`, async () => {
    const any = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 90 })
    fc.assert(
      fc.property(any, all => {
        const { decoder, heard } = listen(...all.map(one => Buffer.from(one)))
        const ends = [...heard, ...decoder.pause()]
        return (
          !decoder.isPending &&
          ends.every(
            one => !('bytes' in one) || one.bytes.length <= CODE_BYTES_MAX,
          )
        )
      }),
    )
  })
}

t.test('answers to commands are no codes', async t => {
  const honeywell = DRIVERS['honeywell-hid'].decoder(usual)
  const page = standard(Buffer.from('REVINF'), ']X0')
  const end = standard(Buffer.from('TRGMOD0\u0006.'), ']Z6')
  t.strictSame(hear(honeywell, page, end), [])
  const fm430 = DRIVERS['newland-hid'].decoder(usual)
  const answer = Buffer.from('\u0002\u00010000#SCNTRG1\u0006;\u0003')
  t.strictSame(fm430.push(newland(answer)), [])
  t.strictSame(fm430.push(newland(Buffer.from([0x06]))), [])
})

t.test('what is declared to stand before a code is taken off', async t => {
  const decoder = DRIVERS['hid-pos'].decoder({
    ...usual,
    prefix: Buffer.from('>'),
    strip: 'aim',
  })
  t.strictSame(reads(decoder.push(standard(Buffer.from(`>]Q1${CODE}`)))), [
    CODE,
  ])
  t.strictSame(decoder.push(standard(Buffer.from(CODE))), [])
})

t.test('a length that a report has no room for is not believed', async t => {
  const report = standard(Buffer.alloc(56, 0x78))
  report[1] = 57
  const heard = DRIVERS['hid-pos'].decoder(usual).push(report)
  t.strictSame(reads(heard), ['x'.repeat(56)])
})

t.test('after a silence a code that was too long is over', async t => {
  const decoder = DRIVERS['hid-pos'].decoder(usual)
  const part = standard(Buffer.alloc(56, 0x78), ']Q1', 1)
  for (let pushed = 0; pushed < 60; pushed++) decoder.push(part)
  t.ok(decoder.isPending)
  decoder.pause()
  t.notOk(decoder.isPending)
  t.strictSame(reads(decoder.push(standard(Buffer.from(CODE)))), [CODE])
})
