/**
 * The whole catalogue, tried on our own library.
 */
import t from 'tap'
import { GROUPS } from '../../src/certify/case.js'
import { TRIALS } from '../../src/certify/cases/index.js'
import { loadSubject } from '../../src/certify/library-subject.js'
import { runTrials } from '../../src/certify/run.js'
import { setStage } from '../../src/certify/stage.js'
import { returnCodes } from '../../src/dictionary/return-codes.js'
import { libraryPath } from '../../src/paths.js'

/** Each of some sixty trials starts a process. */
t.setTimeout(300_000)

t.test('our own library passes all of it', async t => {
  const stage = await setStage({})
  t.teardown(() => stage.close())
  const results = await runTrials(TRIALS, {
    stage,
    outBytes: 2048,
    lacks: [],
    startSubject: () =>
      loadSubject(libraryPath(), stage.variables, stage.deadlineMs),
  })
  const others = results.filter(({ verdict }) => verdict !== 'passed')
  t.strictSame(
    others.map(({ id, seen }) => [id, seen]),
    [],
  )
  t.ok(results.length > 250)
})

t.test('ids begin with their trial, and none is there twice', async t => {
  const ids = TRIALS.flatMap(({ id, cases }) => {
    for (const item of cases) t.ok(item.id.startsWith(`${id}.`), item.id)
    return cases.map(item => item.id)
  })
  t.equal(new Set(ids).size, ids.length)
  const trials = TRIALS.map(({ id }) => id)
  t.equal(new Set(trials).size, trials.length)
  t.strictSame([...new Set(TRIALS.map(({ group }) => group))], [...GROUPS])
})

t.test('every entry of table C.4 has its case', async t => {
  const ids = TRIALS.flatMap(({ cases }) => cases.map(({ id }) => id))
  for (const { code } of returnCodes) {
    if (code !== 0) t.ok(ids.includes(`table-c4.${code}`), String(code))
  }
})
