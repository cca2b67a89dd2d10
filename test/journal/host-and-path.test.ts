import t from 'tap'
import { hostAndPath } from '../../src/journal/host-and-path.js'

const cases: [strUrl: string, shown: string][] = [
  ['https://a.example.invalid/x/y', 'a.example.invalid/x/y'],
  ['http://[::1]:8080/x?idNo=1', '[::1]:8080/x'],
  ['https://a.example.invalid/x#token', 'a.example.invalid/x'],
  ['https://user:pw@a.example.invalid/x', 'a.example.invalid/x'],
  ['https://user:p/@w@a.example.invalid/x', 'a.example.invalid/x'],
  ['a.example.invalid?\nidNo=1\n', 'a.example.invalid'],
  ['no url at all', 'no url at all'],
  ['', ''],
  ['x'.repeat(5000), 'x'.repeat(200)],
]

for (const [strUrl, shown] of cases) {
  t.test(`of "${strUrl.slice(0, 40)}" host and path stay`, async t => {
    t.equal(hostAndPath(strUrl), shown)
  })
}
