/**
 * A short run of test/bench/scanner-soak.ts.
 */
import t from 'tap'
import { soak } from './soak.js'

const READS = 240

t.test('none is lost, none doubled, whatever plug is pulled', async t => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  t.comment(`SEED=${seed}`)
  const { read, unplugged, wrong } = await soak({
    reads: READS,
    guns: 12,
    seed,
  })
  t.strictSame(wrong, [], `SEED=${seed}`)
  t.equal(read + unplugged, READS)
  t.ok(unplugged > 0, 'some plugs were pulled')
})
