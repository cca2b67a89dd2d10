import t from 'tap'
import {
  applicationSchema,
  fieldLabel,
  fieldProblems,
  TABLE_1,
  TERMINAL_TYPES,
  terminalSchema,
  terminalType,
  typeLabel,
} from '../../src/dictionary/terminal-fields.js'
import { tableLines } from './table.js'

const rows = tableLines('table-1')
  .trimEnd()
  .split('\n')
  .map(row => row.split('\t'))

const terminal = {
  filingNumber: '99000000000000000001',
  name: '挂号自助终端',
  purpose: '用于患者自助进行挂号等操作',
  version: '1.2',
  institution: '某某医院',
  developer: '某某开发有限公司',
  filedOn: '2019/05/01',
  mac: 'f8:34:41:bd:e1:88',
  type: 'self-service',
  orgId: 'H99000000001',
}

/** The problems of `terminal` with one field changed. */
function problems(change: object, locale: 'zh-CN' | 'en' = 'en') {
  const { error } = terminalSchema.safeParse(
    { ...terminal, ...change },
    { reportInput: true },
  )
  return error ? fieldProblems(error, locale) : []
}

t.test('the fields are those of table 1, in its order', async t => {
  const printed = rows.map(([number, name]) => `${number} ${name}`)
  const ours = TABLE_1.map((f, at) => `${at + 1} ${fieldLabel(f, 'zh-CN')}`)
  t.strictSame(ours, printed)
})

t.test('the specification’s own examples are right', async t => {
  for (const [at, [, , , example]] of rows.entries()) {
    const field = TABLE_1[at] ?? ''
    if (example) t.strictSame(problems({ [field]: example }), [], field)
  }
  t.strictSame(terminalSchema.parse(terminal), terminal)
})

t.test('values are brought into the table’s form', async t => {
  const forms: [string, string, string][] = [
    ['mac', 'F8-34-41-BD-E1-88', 'f8:34:41:bd:e1:88'],
    ['filedOn', '2019-05-01', '2019/05/01'],
    ['filedOn', '2019/5/1', '2019/05/01'],
    ['filedOn', '20190501', '2019/05/01'],
    ['filedOn', '2019年5月1日', '2019/05/01'],
    ['version', ' １．２ ', '1.2'],
    ['filingNumber', ' 99000000000000000001 ', '99000000000000000001'],
    ['name', ' 挂号自助终端\n', '挂号自助终端'],
  ]
  for (const [field, given, kept] of forms) {
    const parsed = terminalSchema.parse({ ...terminal, [field]: given })
    t.match(parsed, { [field]: kept }, given)
  }
})

t.test('what breaks a rule is named with value and rule', async t => {
  const wrong: Record<string, unknown[]> = {
    filingNumber: ['9900000000000000000', '9900000000000000000X', 99],
    name: ['', '  ', 'a\nb', 'a\u202eb', '名'.repeat(101), null],
    purpose: ['用'.repeat(201)],
    version: ['1', 'V1.2', '1.', '1.2.3.4.5', '1.2b', 1.2],
    institution: [''],
    developer: ['a\u0000'],
    filedOn: ['2019/02/30', '2019/13/01', '19/05/01', '2019-05/01', '43586'],
    mac: ['f8:34', '00:00:00:00:00:00', '01:00:5e:00:00:01', '1.2E+11'],
    type: ['kiosk', '', 1],
    orgId: ['P 1', 'P'.repeat(41)],
  }
  for (const [field, values] of Object.entries(wrong)) {
    for (const value of values) {
      const [first, ...more] = problems({ [field]: value })
      t.match(first, { field, rule: /./, sentence: field }, `${field} ${value}`)
      t.strictSame(more, [], 'once')
    }
  }
})

t.test('the sentences', async t => {
  const [version] = problems({ version: '1' }, 'zh-CN')
  t.equal(
    version?.sentence,
    '终端的版本（version）“1”不可用：应为X.Y 形式的版本号，至少包含大版本和小版本，例如 1.2',
  )
  const [mac] = problems({ mac: undefined })
  t.match(mac?.sentence, /^MAC address \(mac\) is missing: it must be/)
  const [long] = problems({ name: `\u0007${'n'.repeat(200)}` })
  t.equal(long?.value.length, 41, 'cut')
  t.notMatch(long?.sentence, '\u0007')
  t.match(problems({ macs: 1 }), [{ field: 'macs', sentence: /no field macs/ }])
})

t.test('an application has no number and no date yet', async t => {
  const { filingNumber, filedOn, orgId, ...asked } = terminal
  t.strictSame(applicationSchema.parse(asked), { ...asked, orgId: '' })
  t.notOk(applicationSchema.safeParse(terminal).success)
})

t.test('a kind is known by its code and by its name', async t => {
  for (const type of TERMINAL_TYPES) {
    t.equal(terminalType(` ${type} `), type)
    t.equal(terminalType(typeLabel(type, 'zh-CN')), type)
    t.equal(terminalType(typeLabel(type, 'en').toUpperCase()), type)
  }
  t.equal(terminalType('收银机'), undefined)
})
