import t from 'tap'
import { type CodeKind, classify } from '../../src/codes/classify.js'

const healthCard = `${'714C0A2A'.repeat(8)}:0:748FD3A74A91EC4CF95`

const samples: [string, CodeKind][] = [
  ['4243754826492874240001130000', 'medical'],
  ['opc3754826492874240001130000', 'medical'],
  ['ano3728680187894374401630000', 'face'],
  [`${healthCard}::`, 'health-card'],
  [`${healthCard}:5100A0013RH12881234567890`, 'fusion'],
  ['11010519491231002X', 'id-number'],
  ['440524188001010014', 'id-number'],
  ['134567890123456789', 'payment'],
  ['281234567890123456', 'payment'],
  ['6212345678901234567', 'payment'],
  ['92000000021234567890', 'social-security'],
  ['5243754826492874240001130000', 'social-security'],
  ['81348760218900212345', 'drug-trace'],
  ['6901234567892', 'gs1'],
  ['010690123456789217250630101234', 'gs1'],
  ['0106901234567892\u001d10ABC', 'gs1'],
  ['https://example.invalid/', 'url'],
  ['weixin://example', 'url'],
  ['6901234567893', 'unknown'],
  ['CZ-EI-31,1.1.0,1', 'unknown'],
  ['', 'unknown'],
  ['424375482649287424000113000\u0000', 'unknown'],
  ['4243754826492874240001130000\n', 'unknown'],
  ['1'.repeat(10_000), 'unknown'],
]

for (const [code, kind] of samples)
  t.test(`${JSON.stringify(code.slice(0, 32))} is ${kind}`, async t => {
    t.equal(classify(code), kind)
  })
