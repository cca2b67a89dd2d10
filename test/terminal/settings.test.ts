import t from 'tap'
import { configSchema } from '../../src/config/schema.js'
import { terminalSettings } from '../../src/terminal/settings.js'

t.test(
  'the table [terminal] as it is by default, and as it may be',
  async t => {
    t.strictSame(terminalSettings(configSchema.parse({})), {
      filingNumber: '',
      interface: '',
      onChange: 'warn',
      onContradiction: 'warn',
    })
    const terminal = {
      filing_number: '99000000000000000001',
      interface: '00-00-5E-00-53-01',
      on_change: 'refuse',
      on_contradiction: 'accept',
    }
    t.strictSame(terminalSettings(configSchema.parse({ terminal })), {
      filingNumber: '99000000000000000001',
      interface: '00:00:5e:00:53:01',
      onChange: 'refuse',
      onContradiction: 'accept',
    })
  },
)
