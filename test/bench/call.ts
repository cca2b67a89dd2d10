/**
 * What a call costs, measured here and now; nothing is asserted.
 *
 *   node dist/test/bench/call.js [--json]
 *
 * Compare numbers of one table only: how fast a machine passes work from one
 * core to another differs from run to run. Rows on one core show what the
 * software costs.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { cpus, release } from 'node:os'
import { parseArgs } from 'node:util'
import type { Mode } from './paths.js'
import { IN_DATA, OUT_DATA } from './payload.js'
import { compilePrograms, type Programs } from './programs.js'
import { formatReport, type Report } from './report.js'
import { measureRoundTrips, type Plan } from './round-trips.js'
import { measureWholeCalls } from './whole-calls.js'

const ONE_CORE: Mode = { name: 'one core', server: 0, client: 0 }
const TWO_CORES: Mode = { name: 'two cores', server: 1, client: 0 }
const ANY_CORE: Mode = {
  name: 'any core',
  server: undefined,
  client: undefined,
}

const PLANS: Plan[] = [
  { name: 'back to back', rounds: 7, warm: 200, count: 1000, pauseMs: 0 },
  { name: 'one in 10 ms', rounds: 3, warm: 5, count: 50, pauseMs: 10 },
]

const WHOLE_CALLS = 300

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const programs = compilePrograms()
try {
  const report = await measureAll(programs)
  console.log(values.json ? JSON.stringify(report) : formatReport(report))
} finally {
  programs.remove()
}

async function measureAll(programs: Programs): Promise<Report> {
  const report: Report = { machine: machine(), roundTrips: [], wholeCalls: [] }
  for (const mode of modes()) {
    const results = await measureRoundTrips(programs, mode, PLANS)
    results.forEach((result, at) => {
      const plan = PLANS[at]?.name ?? ''
      report.roundTrips.push({ mode: mode.name, plan, results: result })
    })
  }
  for (const { name, server } of modes().filter(mode => mode !== TWO_CORES)) {
    const calls = await measureWholeCalls(programs, server, WHOLE_CALLS)
    report.wholeCalls.push({ mode: name, calls })
  }
  return report
}

/** Without taskset or a second core, less is measured. */
function modes(): Mode[] {
  const pins = spawnSync('taskset', ['-c', '0', 'true']).status === 0
  if (!pins) return [ANY_CORE]
  return cpus().length < 2
    ? [ONE_CORE, ANY_CORE]
    : [ONE_CORE, TWO_CORES, ANY_CORE]
}

function machine(): Report['machine'] {
  const plan = ({ name, rounds, count }: Plan) =>
    `${name}: ${rounds} rounds of ${count} calls`
  return {
    cores: `${cpus().length} of ${cpus()[0]?.model}`,
    system: `${process.platform} ${release()}, node ${process.version}`,
    bytes: `InData ${Buffer.byteLength(IN_DATA)}, OutData ${Buffer.byteLength(OUT_DATA)}`,
    numbers: `medians of the rounds; ${PLANS.map(plan).join('; ')}`,
  }
}
