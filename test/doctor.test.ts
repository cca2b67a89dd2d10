import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { startDaemon } from '../src/daemon.js'
import { diagnose } from '../src/doctor.js'
import { libraryPath } from '../src/paths.js'
import { keep } from '../src/terminal/kept.js'
import { shortFolder } from './bridge/socket-caller.js'
import { FILING_NUMBER, silentLog, startMachine } from './machine.js'

/** What is found with this nationec.toml, by what was looked at. */
async function examine(t: Test, toml: string) {
  const file = join(shortFolder(t), 'nationec.toml')
  writeFileSync(file, toml)
  return { file, found: await find(file) }
}

async function find(file: string) {
  const findings = await diagnose(file)
  return Object.fromEntries(
    findings.map(({ about, well, sentence }) => [about, { well, sentence }]),
  )
}

t.beforeEach(t => {
  const { LC_ALL, NATIONEC_SOCKET, NATIONEC_STATE } = process.env
  const folder = shortFolder(t)
  process.env.LC_ALL = 'C'
  process.env.NATIONEC_STATE = folder
  process.env.NATIONEC_SOCKET = join(folder, 'socket')
  t.teardown(() => {
    for (const [name, value] of Object.entries({
      ...{ LC_ALL, NATIONEC_SOCKET, NATIONEC_STATE },
    })) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })
})

t.test('on a machine that is set up all is well', async t => {
  const machine = await startMachine(t)
  const { config, socket, gun, strUrl } = machine
  process.env.NATIONEC_SOCKET = socket
  const daemon = await startDaemon(config, socket, silentLog)
  const { file, found } = await examine(
    t,
    `[scanner]\npath = "${gun.path}"\n` +
      `[terminal]\nfiling_number = "${FILING_NUMBER}"\n`,
  )
  daemon.stop()
  await daemon.ended
  const well = (sentence: string) => ({ well: true, sentence })
  const { card, ...others } = found
  const origin = new URL(strUrl).origin
  t.match(card, { well: true, sentence: `toward ${origin}` })
  t.strictSame(others, {
    node: well(`Node ${process.version}`),
    native: well(`native parts are built: ${libraryPath()}`),
    config: well(`configuration: ${file}`),
    terminal: well(`filing number ${FILING_NUMBER}`),
    registry: well('the terminal is registered and in use'),
    scanner: well(`scanner ${gun.path} can be opened`),
    platform: well(`platforms allowed: ${origin}`),
    daemon: well(`the daemon serves ${socket} (process ${process.pid})`),
  })
})

t.test('on a bare machine each finding names its cure', async t => {
  const { found } = await examine(t, '')
  const bad = (sentence: RegExp) => ({ well: false, sentence })
  t.match(found, {
    node: { well: true },
    native: { well: true },
    config: { well: true },
    terminal: bad(/run nationec terminal register/),
    card: { well: true },
    scanner: bad(/set path or usb under \[scanner\]/),
    platform: bad(/add \[\[platforms\]\]/),
    daemon: bad(/run nationec daemon/),
  })
})

t.test('a terminal that is not what it was, nor on file', async t => {
  const { folder, strUrl } = await startMachine(t)
  process.env.NATIONEC_STATE = folder
  const before = {
    interface: 'eth9',
    mac: '00:00:5e:00:53:99',
    ip: '192.0.2.1',
  }
  keep(new URL(strUrl).hostname, before)
  const number = '[terminal]\nfiling_number = "99000000000000000999"\n'
  const { found } = await examine(t, number)
  t.match(found.card, { well: false, sentence: /was eth9 .*--accept/ })
  const registry = { well: false, sentence: /nationec terminal register/ }
  t.match(found.registry, registry)
  const away = '[registry]\nurl = "https://127.0.0.1:9/"\n'
  t.match((await examine(t, number + away)).found.registry, {
    well: false,
    sentence: /does not answer \(ECONNREFUSED\)/,
  })
})

t.test('a configuration that is wrong or missing', async t => {
  const { found } = await examine(t, '[scanner]\npat = "x"\n')
  t.match(found.config, { well: false, sentence: /scanner\.pat/ })
  const missing = await find('/nonexistent/nationec.toml')
  t.match(missing.config, { well: false, sentence: /ENOENT/ })
  t.match(missing.daemon, { well: false }, 'the rest is examined all the same')
})

t.test('a scanner that is not there', async t => {
  const path = '/dev/nationec-no-such-port'
  const { found } = await examine(t, `[scanner]\npath = "${path}"\n`)
  const sentence = /nationec-no-such-port does not exist: .* \(.*No such file/
  t.match(found.scanner, { well: false, sentence })
})

t.test('the platforms of the configuration', async t => {
  const url = 'https://127.0.0.1:8443/localcfc/'
  const { found } = await examine(t, `[[platforms]]\nurl = "${url}"\n`)
  const sentence = `platforms allowed: ${url}`
  t.strictSame(found.platform, { well: true, sentence })
})
