import t from 'tap'
import { contradicted } from '../../src/terminal/contradiction.js'

const own = {
  termId: '99000000000000000001',
  termIp: '192.0.2.1',
  termMac: '00:00:5e:00:53:01',
}

t.test('nothing, and the same in another notation, agree', async t => {
  for (const given of [
    {},
    { termId: null, termIp: '', termMac: undefined },
    own,
    { termMac: '00-00-5E-00-53-01', termIp: ' 192.0.2.1', other: 1 },
    { termMac: '00005E005301', termIp: '::ffff:192.0.2.1' },
  ]) {
    t.strictSame(contradicted(given, own), [], JSON.stringify(given))
  }
})

t.test('what is not the terminal’s is named', async t => {
  t.strictSame(contradicted({ termId: 'WIN-7' }, own), ['termId'])
  t.strictSame(contradicted({ termId: 7, termIp: {} }, own), [
    'termId',
    'termIp',
  ])
  t.strictSame(contradicted({ termMac: '00:00:5e:00:53:02' }, own), ['termMac'])
})
