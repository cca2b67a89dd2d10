import t from 'tap'
import { encodeText } from '../../src/charset.js'
import { isText, textOf } from '../../src/scanner/text.js'

t.test('UTF-8 first, then GB18030', async t => {
  for (const charset of ['utf-8', 'gb18030'] as const) {
    t.equal(textOf(encodeText('医保𠮷', charset)), '医保𠮷', charset)
  }
})

t.test('the separator of GS1 is text, other control bytes are not', async t => {
  t.equal(textOf(Buffer.from('01\u001d10')), '01\u001d10')
  for (const code of ['a\u0000', 'a\u001e', 'a\u007f', 'a\u0085']) {
    t.throws(() => textOf(Buffer.from(code)), /control characters/)
    t.notOk(isText(Buffer.from(code)))
  }
  t.notOk(isText(Buffer.from([0xff, 0xff])))
  t.notOk(isText(Buffer.alloc(0)))
  t.ok(isText(Buffer.from('a')))
})
