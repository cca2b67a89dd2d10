import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { TRIALS } from '../../src/certify/cases/index.js'
import { loadSubject } from '../../src/certify/library-subject.js'
import { ORG_ID } from '../../src/certify/request.js'
import { runTrials } from '../../src/certify/run.js'
import { setStage } from '../../src/certify/stage.js'
import { startDaemon } from '../../src/daemon.js'
import { libraryPath } from '../../src/paths.js'
import { MODELS, type ModelName } from '../../src/scanner/emulators/index.js'
import { run } from '../cli/run.js'
import { silentLog, startMachine } from '../machine.js'

const TRIED = ['query', 'code-expired']

/** A library that tells nobody when it waits: its daemon is not certify's. */
for (const model of ['plain', 'newland'] satisfies ModelName[]) {
  t.test(`a library with its own driver, and a ${model} at a link`, async t => {
    const { config, folder, socket, strUrl } = await startMachine(t)
    const scannerLink = join(folder, 'scanner')
    const stage = await setStage({ url: strUrl, scannerLink, model })
    t.teardown(() => stage.close())
    const { driver } = MODELS[model]
    const scanner = { ...config.scanner, path: scannerLink, driver }
    const daemon = await startDaemon({ ...config, scanner }, socket, silentLog)
    t.teardown(() => {
      daemon.stop()
      return daemon.ended
    })
    const results = await runTrials(
      TRIALS.filter(({ id }) => TRIED.includes(id)),
      {
        stage,
        outBytes: 2048,
        lacks: [],
        startSubject: () =>
          loadSubject(libraryPath(), { NATIONEC_SOCKET: socket }, 20_000),
      },
    )
    const failed = results.filter(({ verdict }) => verdict !== 'passed')
    t.strictSame(failed, [])
    t.equal(stage.byHand, false)
    await stage.close()
    t.notOk(existsSync(scannerLink), 'the link goes with the stage')
  })
}

t.test('a space of the name of its institution is told of', async t => {
  const { folder, strUrl } = await startMachine(t)
  const stage = await setStage({ url: strUrl })
  await stage.close()
  const opened = ['sandbox', 'clock', '--space', ORG_ID]
  t.equal((await run(opened, { folder })).code, 0)
  await t.rejects(setStage({ url: strUrl }), /space called P99000000001/)
})

t.test('by hand: a picture of each code, or what to do', async t => {
  const { strUrl } = await startMachine(t)
  const said: string[] = []
  const stage = await setStage({ url: strUrl, say: text => said.push(text) })
  t.teardown(() => stage.close())
  t.equal(stage.byHand, true)
  t.ok(stage.sandbox, 'its codes are known all the same')
  stage.presenter.present([{ code: '4243754826492874240001130000' }])()
  t.match(said[0], /scan/)
  t.match(said[1], /[█▀▄]{10}/)
  stage.presenter.present([])()
  stage.presenter.present([])()
  t.match(said.slice(2), [/not scan/], 'once')
})

t.test('a platform that is no sandbox gives no codes', async t => {
  const { closeSandbox, strUrl } = await startMachine(t)
  await closeSandbox()
  const stage = await setStage({ url: strUrl })
  t.teardown(() => stage.close())
  t.equal(stage.sandbox, undefined)
})
