/**
 * Libraries that are wrong in one way each: the case that is meant to find it
 * finds it, and the right one passes.
 */
import { join } from 'node:path'
import t from 'tap'
import { TRIALS } from '../../src/certify/cases/index.js'
import { loadSubject } from '../../src/certify/library-subject.js'
import { runTrials } from '../../src/certify/run.js'
import { setStage } from '../../src/certify/stage.js'
import { libraryPath } from '../../src/paths.js'
import { compile, temporaryFolder } from '../native/build.js'

/** Each case that must find it, and how much of the catalogue is tried. */
const BREAKAGES: [name: string, finds: string[], trials: string[]][] = [
  ['CODE_IS_TEXT', ['query.code', 'null-url.code'], ['query', 'null-url']],
  ['OVERRUNS', ['query.buffer'], ['query']],
  ['WRITES_BEFORE', ['query.buffer'], ['query']],
  ['HANGS', ['url-empty.code'], ['query', 'url-empty', 'url-malformed']],
  ['CRASHES', ['null-in-data.json'], ['query', 'null-in-data', 'null-url']],
  ['GARBAGE', ['query.json', 'null-url.json'], ['query', 'null-url']],
  ['MIXES_THREADS', ['threads-notice.own'], ['query', 'threads-notice']],
  ['UTF8_TO_GBK', ['query-gbk.charset'], ['query', 'query-gbk']],
  ['RETURNS_ZERO', ['query.returned'], ['query', 'url-malformed']],
  ['NO_ORG_ID', ['query.org-id'], ['query']],
  ['DATA_IS_TEXT', ['query.data'], ['query']],
  ['HIDES_CODES', ['code-unknown.code'], ['query', 'code-unknown']],
  ['DAMAGES_HEAP', ['query.returned'], ['query']],
  ['KEEPS_LAST', ['shown-twice.nobody'], ['query', 'shown-twice']],
  ['SAYS_NOTHING', ['null-url.message'], ['query', 'null-url']],
  ['NOTHING_WRONG', [], ['query', 'null-url', 'null-out-data', 'token']],
]

/** A call that comes back takes a tenth of this on a busy machine. */
const HUNG_S = 10

t.setTimeout(240_000)
const stage = await setStage({ deadline: HUNG_S })
t.teardown(() => stage.close())
const folder = temporaryFolder(t)

for (const [name, finds, ids] of BREAKAGES) {
  t.test(name, async t => {
    const library = await compile(
      join(folder, `${name}.so`),
      ['test/certify/broken.c'],
      [
        ...['-fPIC', '-shared', '-pthread', '-ldl'],
        ...[`-DBREAKAGE=${name}`, `-DREAL="${libraryPath()}"`],
      ],
    )
    const trials = TRIALS.filter(({ id }) => ids.includes(id))
    t.equal(trials.length, ids.length, 'all of them are in the catalogue')
    const results = await runTrials(trials, {
      stage,
      outBytes: 2048,
      lacks: [],
      startSubject: () =>
        loadSubject(library, stage.variables, stage.deadlineMs),
    })
    const failed = results
      .filter(({ verdict }) => verdict === 'failed')
      .map(({ id }) => id)
    for (const id of finds) t.ok(failed.includes(id), `${id} finds it`)
    const culprits = finds.map(id => id.split('.')[0])
    const others = failed.filter(id => !culprits.includes(id.split('.')[0]))
    t.strictSame(others, [], 'and no other trial is blamed')
    if (name === 'HANGS')
      t.match(
        results.map(r => r.seen?.key),
        /hung/,
      )
  })
}
