/**
 * Signed and encrypted ec.query that the sandbox answers per second, beside
 * what the machine's SM2 allows: `npm run bench:sandbox -- [--calls N]`.
 *
 * Each call verifies one SM2 signature and makes another, so two cores can
 * answer no more than 2 / (sign + verify), which `openssl speed` measures in
 * the same run. The sandbox is a process of its own with everything that it
 * does for others: TLS, JSON, SM4, the journal of requests, and a code that is
 * used up, and a token given, on the disk before the answer leaves. Requests
 * are sealed beforehand; the client's share of the processor is told apart.
 * @module
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TLSSocket } from 'node:tls'
import { parseArgs } from 'node:util'
import type { Style } from '../../src/envelope/agreement.js'
import { openEnvelope } from '../../src/envelope/open.js'
import { sealEnvelope } from '../../src/envelope/seal.js'
import { packagePath } from '../../src/paths.js'
import { loadKeys } from '../../src/sandbox/keys.js'
import { QUERY, queryFor } from '../sandbox/harness.js'
import { terminalOf } from '../sandbox/terminal.js'
import { openConnections, requestBytes, sendAll } from './https-load.js'

/** By default; codes live for a minute, so they are made in rounds. */
const CALLS = 12_000
const ROUND_CALLS = 3000
/** As many as wait at the counters of a province at once. */
const CONNECTIONS = 64
const CORES = 2

/** Figures of the memory that are shown, however long it runs. */
const CURVE_FIGURES = 10
/** From one half of the run to the other; the first tenth fills what there is. */
const FLAT_GROWTH_MAX = 0.05

const style: Style = {
  form: 'encrypted',
  dialect: 'A',
  sign: 'SM2',
  version: '1.0.0',
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']))

const { values } = parseArgs({ options: { calls: { type: 'string' } } })
const calls = Number(values.calls ?? CALLS)

const folder = mkdtempSync(join(tmpdir(), 'nationec-bench-'))
const sandbox = spawn(
  process.execPath,
  [packagePath('bin/nationec.js'), 'sandbox', 'start', '--port', '0', '--json'],
  {
    env: { ...process.env, NATIONEC_STATE: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
try {
  const [line] = await once(createInterface(sandbox.stdout), 'line')
  await run(new URL(JSON.parse(line).strUrl).origin)
} finally {
  sandbox.kill()
  await once(sandbox, 'exit')
  rmSync(folder, { recursive: true })
}

async function run(url: string) {
  const ca = readFileSync(join(folder, 'sandbox', 'certificate.pem'))
  const party = terminalOf(loadKeys(join(folder, 'sandbox')))
  const sockets = await openConnections(url, ca, CONNECTIONS)
  const total = { calls: 0, seconds: 0, server: 0, main: 0, client: 0 }
  const memory: number[] = []
  await sendAll(sockets, await prepare(sockets, ROUND_CALLS))
  for (let left = calls; left > 0; left -= ROUND_CALLS) {
    const requests = await prepare(sockets, Math.min(left, ROUND_CALLS))
    const before = spent()
    const answers = await sendAll(sockets, requests)
    const after = spent()
    check(answers)
    total.calls += answers.length
    total.seconds += after.at - before.at
    total.server += after.server - before.server
    total.main += after.main - before.main
    total.client += after.client - before.client
    memory.push(megabytes())
  }
  for (const socket of sockets) socket.destroy()
  report(total, memory)

  /** Requests for new codes, sealed as a terminal would. */
  async function prepare(sockets: TLSSocket[], count: number) {
    const order = requestBytes('/sandbox/codes', '{}')
    const issued = await sendAll(sockets, Array(count).fill(order))
    return issued.map(text => {
      const query = queryFor(JSON.parse(text).code)
      const body = sealEnvelope(query, style, party, Date.now())
      return requestBytes(QUERY, JSON.stringify(body))
    })
  }

  /** Every call succeeded; one of them is verified. */
  function check(answers: string[]) {
    const failed = answers.filter(text => JSON.parse(text).code !== 0)
    if (failed.length > 0) throw new Error(`answered ${failed[0]}`)
    const accepted = { dialects: [style.dialect], signs: [style.sign] }
    const [first = ''] = answers
    openEnvelope(JSON.parse(first), accepted, party, Date.now())
  }
}

/** Seconds: of the clock, and of the processor for both sides. */
function spent() {
  const { user, system } = process.cpuUsage()
  return {
    at: performance.now() / 1000,
    server: processorSeconds(`${sandbox.pid}`),
    main: processorSeconds(`${sandbox.pid}/task/${sandbox.pid}`),
    client: (user + system) / 1e6,
  }
}

/** utime and stime, fields 14 and 15 of proc(5), of a process or a thread. */
function processorSeconds(path: string): number {
  const stat = readFileSync(`/proc/${path}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return ticks / ticksPerSecond
}

function megabytes(): number {
  const status = readFileSync(`/proc/${sandbox.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

/** Seconds of the processor for one signature and one verification. */
function sm2Seconds(): number {
  const speed = ['speed', '-mr', '-seconds', '2', 'sm2']
  const text = execFileSync('openssl', speed, { stdio: 'pipe' }).toString()
  const [, sign, verify] = /CurveSM2:([\d.]+):([\d.]+)/.exec(text) ?? []
  return 1 / Number(sign) + 1 / Number(verify)
}

interface Total {
  calls: number
  seconds: number
  server: number
  main: number
  client: number
}

function report(
  { calls, seconds, server, main, client }: Total,
  memory: number[],
) {
  const sm2 = sm2Seconds()
  const limit = CORES / sm2
  const perCall = (value: number) => `${((value / calls) * 1000).toFixed(3)} ms`
  const rate = calls / seconds
  console.log(`${calls} signed and encrypted ec.query, ${CONNECTIONS} at once`)
  console.log(`answered       ${rate.toFixed(0)} per second`)
  console.log(`limit of SM2   ${limit.toFixed(0)} per second on ${CORES} cores`)
  console.log(`ratio          ${(rate / limit).toFixed(2)}`)
  console.log('processor time of one call, whatever else the machine does:')
  console.log(
    `sandbox        ${perCall(server)}, of it its main thread ${perCall(main)}`,
  )
  console.log(`client         ${perCall(client)}`)
  console.log(`SM2 alone      ${perCall(calls * sm2)}`)
  console.log(
    `ratio          ${((calls * sm2) / (server + client)).toFixed(2)}`,
  )
  reportMemory(memory)
}

/** A curve of a few figures and, where there are enough, a verdict. */
function reportMemory(memory: number[]) {
  const step = Math.ceil(memory.length / CURVE_FIGURES)
  const curve = memory.filter((_, at) => (at + 1) % step === 0)
  const shown = curve.map(value => value.toFixed(0)).join(' ')
  console.log(
    `memory         ${shown} MB, after each ${step * ROUND_CALLS} calls`,
  )
  if (memory.length < CURVE_FIGURES) return
  const filled = memory.slice(Math.ceil(memory.length / 10))
  const middle = Math.floor(filled.length / 2)
  const growth = mean(filled.slice(middle)) / mean(filled.slice(0, middle)) - 1
  const verdict = growth <= FLAT_GROWTH_MAX ? 'flat' : 'it grows'
  console.log(
    `verdict        ${verdict}: ${(growth * 100).toFixed(1)} % from half to half`,
  )
}

function mean(figures: number[]): number {
  return figures.reduce((sum, one) => sum + one, 0) / figures.length
}
