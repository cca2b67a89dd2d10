import { join } from 'node:path'
import t from 'tap'
import { loadConfig } from '../../src/config/load.js'
import {
  type Config,
  configKeys,
  configSchema,
  defaultConfig,
} from '../../src/config/schema.js'
import { showConfig } from '../../src/config/show.js'
import { LOCALES } from '../../src/texts/index.js'

const full: Config = configSchema.parse({
  call: { deadline: 0.5, waiting: 0 },
  terminal: { org_id: 'H"\\\n1' },
  scanner: { path: 'COM3' },
  scanners: [{ usb: '1EAB:1D06', serial: 'N "1"' }, { path: 'COM4' }],
  face: { command: ['C:\\camera\\read.exe', '--once "x"'] },
  platforms: [
    { url: 'https://platform.example.invalid/', pin: '0f'.repeat(32) },
    {
      url: 'http://127.0.0.1:81/',
      envelope: 'encrypted',
      dialect: 'B',
      app_id: 'APP',
      app_secret_file: '/secret',
      private_key_file: '/ours',
      public_key_file: '/theirs',
      proxy: 'http://127.0.0.1:3128',
    },
  ],
  journal: { path: '/var/lib/nationec/j.db' },
  log: { level: 'trace' },
})

for (const locale of LOCALES) {
  const readBack = (toml: string) => {
    const path = join(t.testdir({ 'x.toml': toml }), 'x.toml')
    return loadConfig({ path }).config
  }

  t.test(`what is shown in ${locale} reads back to the same`, async t => {
    t.strictSame(readBack(showConfig(locale)), defaultConfig)
    t.strictSame(readBack(showConfig(locale, full)), full)
  })

  t.test(`every key is there in ${locale}, explained`, async t => {
    const lines = showConfig(locale).split('\n')
    for (const key of configKeys.filter(key => key.includes('.'))) {
      const name = key.slice(key.indexOf('.') + 1)
      const at = lines.findIndex(line =>
        line.replace('# ', '').startsWith(`${name} = `),
      )
      t.not(at, -1, `${key} is there`)
      t.match(lines[at - 1], /^# /, `${key} is explained`)
    }
    t.notMatch(
      lines.join(),
      /\{\w+\}|undefined/,
      'no sentence lacks a parameter',
    )
  })

  t.test(`the example platform in ${locale} may be uncommented`, async t => {
    const [head, example] = showConfig(locale).split('# [[platforms]]')
    const platform = `[[platforms]]${example?.replace(/^# /gm, '')}`
    t.equal(readBack(head + platform).platforms.length, 1)
  })
}
