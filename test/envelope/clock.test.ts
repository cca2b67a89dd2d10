import t from 'tap'
import {
  checkClock,
  readTime,
  SKEW_MS_MAX,
  writeTime,
} from '../../src/envelope/clock.js'
import { NOW } from './parties.js'

t.test('each dialect writes its own form', async t => {
  t.equal(writeTime(NOW, 'A'), '20200207175759')
  t.equal(writeTime(NOW + 999, 'B'), NOW / 1000)
  t.equal(writeTime(Date.UTC(2020, 11, 31, 16), 'A'), '20210101000000')
})

t.test('every form of the field is read, number or text', async t => {
  for (const form of ['20200207175759', String(NOW), String(NOW / 1000)]) {
    t.equal(readTime(form), NOW)
    t.equal(readTime(Number(form)), NOW)
  }
  for (const missing of [undefined, null, ''])
    t.equal(readTime(missing), undefined)
})

t.test('another form is refused', async t => {
  for (const bad of ['x', '1', '20201307175759', '2020-02-07', {}, true])
    t.throws(() => readTime(bad), { code: 'timestamp' }, String(bad))
})

t.test('clocks may differ by the limit, either way', async t => {
  for (const sign of [1, -1]) {
    checkClock(NOW + sign * SKEW_MS_MAX, NOW)
    const late = NOW + sign * (SKEW_MS_MAX + 1000)
    const parameters = { seconds: sign * 301, limit: 300 }
    t.throws(() => checkClock(late, NOW), { code: 'skew', parameters })
  }
  checkClock(undefined, NOW)
})
