import t from 'tap'
import { hex } from '../../src/scanner/bytes.js'
import {
  maskedBytes,
  maskedText,
  shownBytes,
} from '../../src/scanner/masked.js'
import { CODE, stream } from './stream.js'

t.test('of a code its ends are shown, and of a short one all', async t => {
  t.equal(maskedText(CODE), '4243…00')
  t.equal(maskedText('张三丰张三丰张三丰'), '张三丰张…三丰')
  t.equal(maskedText('12345678'), '12345678')
  t.equal(maskedText(''), '')
})

t.test('what stands around a code is shown in full', async t => {
  const bytes = stream(hex('02'), CODE, '\r\n')
  t.equal(maskedBytes(bytes), '02 34 32 34 33 ·22· 30 30 0D 0A')
  t.equal(maskedBytes(hex('02 00 00 01 00 33 31')), '02 00 00 01 00 33 31')
  t.equal(maskedBytes(Buffer.alloc(0)), '')
})

t.test('bytes that are no text are masked like text', async t => {
  const chinese = Buffer.from('张三丰张三丰')
  t.notMatch(maskedBytes(chinese), shownBytes(chinese))
  t.equal(shownBytes(hex('0d 0a ff')), '0D 0A FF')
})
