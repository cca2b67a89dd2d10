import t from 'tap'
import {
  businessType,
  businessTypes,
} from '../../src/dictionary/business-types.js'
import { tableLines } from './table.js'

/** With the blanks that the specification's narrow column put in. */
const table = tableLines('table-c1').replace(/线上 /g, '线上')

t.test('the entries are those of table C.1, in its order', async t => {
  let place = ''
  const ours = businessTypes
    .filter(({ clause }) => clause === 'XJ-D01-2019, table C.1')
    .map(type => {
      const { code, name, note } = type
      const first = type.place === place ? '\t' : `${code.slice(0, 2)}\t`
      const printed = type.place === place ? '' : type.place
      place = type.place
      return `${first}${printed}\t${code.slice(2)}\t${name}\t${note}\n`
    })
  t.equal(ours.join(''), table)
})

t.test('the specification’s own example is there', async t => {
  t.match(businessType('01101'), { place: '医院', name: '挂号' })
})

t.test('no code stands twice, and each has five digits', async t => {
  const codes = businessTypes.map(({ code }) => code)
  t.equal(new Set(codes).size, codes.length)
  for (const code of codes) t.match(code, /^\d{5}$/)
})

t.test('what only the field knows is marked so', async t => {
  t.match(businessType('04107'), { name: '医保移动支付', clause: 'field' })
})

t.test('a code that nobody has listed is not there', async t => {
  for (const code of ['1', '101', '01999', '', 'constructor']) {
    t.equal(businessType(code), undefined)
  }
})
