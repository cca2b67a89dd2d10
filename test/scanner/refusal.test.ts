import t from 'tap'
import { refusalOf } from '../../src/scanner/refusal.js'

t.test('what is surely something else is refused, and says so', async t => {
  const kinds = [
    ['payment', '付款码'],
    ['id-number', '身份证'],
    ['health-card', '电子健康卡'],
    ['fusion', '融合码'],
    ['social-security', '社保卡'],
    ['drug-trace', '追溯码'],
    ['gs1', '商品条码'],
    ['url', '网址'],
  ] as const
  for (const [kind, word] of kinds) {
    const refusal = refusalOf(kind)
    t.equal(refusal?.code, 500159, kind)
    const sentence = refusal?.sentence('zh-CN') ?? ''
    t.match(sentence, /^请使用医保电子凭证二维码：/, 'as the platforms say it')
    t.match(sentence, word)
  }
})

t.test('what may be right is sent', async t => {
  for (const kind of ['medical', 'face', 'unknown'] as const) {
    t.equal(refusalOf(kind), undefined, kind)
  }
})
