/**
 * From the last byte of a code to the code, for each device that is played,
 * beside serialport alone in the same run; nothing is asserted.
 *
 *   node dist/test/bench/scanner.js [--json]
 * @module
 */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { SerialPort } from 'serialport'
import type { Framing } from '../../src/scanner/driver.js'
import { DRIVERS } from '../../src/scanner/drivers/index.js'
import { plugDevice } from '../../src/scanner/emulators/device.js'
import {
  MODEL_NAMES,
  MODELS,
  type Model,
  type ModelName,
} from '../../src/scanner/emulators/index.js'
import { readCode } from '../../src/scanner/reading.js'
import { plugVirtualScanner } from '../../src/scanner/virtual.js'
import { type Quantiles, quantiles } from './quantiles.js'

const CODE = '4243754826492874240001130000'
const COUNT = 60
/** Until a person shows the code; nothing is left to do by then. */
const AIM_MS = 20
/** Between the last byte and those before it, as at 9600 baud. */
const BYTE_MS = 1
const IDLE_GAP_MS = 50

const usual: Framing = {
  suffix: 'auto',
  prefix: Buffer.alloc(0),
  strip: 'none',
  idleGapMs: IDLE_GAP_MS,
}

interface Row extends Quantiles {
  name: string
}

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
const rows: Row[] = [await measure('serialport alone', serialportAlone)]
for (const model of MODEL_NAMES) {
  rows.push(await measure(model, () => readOnce(model, usual)))
}
const none: Framing = { ...usual, suffix: 'none' }
const gap = `plain, no suffix, ${IDLE_GAP_MS} ms declared`
rows.push(await measure(gap, () => readOnce('plain', none)))
rows.push(await measure('serialport alone, again', serialportAlone))
console.log(values.json ? JSON.stringify(rows) : table(rows))

async function measure(name: string, once: () => Promise<number>) {
  const times: number[] = []
  for (let at = 0; at < COUNT; at++) times.push(await once())
  return { name, ...quantiles(times) }
}

/** The last byte of a code arrives; in ms. */
async function serialportAlone(): Promise<number> {
  const gun = plugVirtualScanner()
  const port = new SerialPort({ path: gun.path, baudRate: 9600 })
  await new Promise(resolve => port.once('open', resolve))
  const arrived = new Promise<number>(resolve => {
    port.on('data', (bytes: Buffer) => {
      if (bytes.at(-1) === 0x0d) resolve(performance.now())
    })
  })
  const sentAt = await send(Buffer.from(`${CODE}\r`), gun.scan)
  const ms = (await arrived) - sentAt
  await new Promise(resolve => port.close(resolve))
  gun.unplug()
  return ms
}

/** The code is read; in ms since its last byte. */
async function readOnce(model: ModelName, framing: Framing): Promise<number> {
  const { family, driver }: Model = MODELS[model]
  const device = plugDevice(family)
  let onArmed = () => {}
  const armed = new Promise<void>(resolve => {
    onArmed = resolve
  })
  const never = new AbortController().signal
  const { code, released } = readCode(
    {
      port: { path: device.path, baudRate: 9600 },
      driver: DRIVERS[driver],
      framing,
    },
    never,
    { onArmed, onTriggered() {}, wants: () => true },
  )
  const readAt = code.then(() => performance.now())
  await armed
  const frame = Buffer.concat(family.frames(Buffer.from(CODE)))
  const bytes = framing.suffix === 'none' ? Buffer.from(CODE) : lastEnd(frame)
  const sentAt = await send(bytes, piece => device.send(Buffer.from(piece)))
  const ms = (await readAt) - sentAt
  await released
  device.unplug()
  return ms
}

/** Without LF after CR: the code is whole at CR. */
function lastEnd(frame: Buffer): Buffer {
  return frame.at(-1) === 0x0a ? frame.subarray(0, -1) : frame
}

/** Sends `bytes`, the last one apart; the moment before that one. */
async function send(
  bytes: Buffer,
  write: (piece: Buffer, end: string) => Promise<void>,
): Promise<number> {
  await sleep(AIM_MS)
  await write(bytes.subarray(0, -1), '')
  await sleep(BYTE_MS)
  const sentAt = performance.now()
  await write(bytes.subarray(-1), '')
  return sentAt
}

function table(rows: Row[]): string {
  return rows
    .map(({ name, p50, p99 }) =>
      [
        name.padEnd(36),
        `${p50.toFixed(3)} ms`.padStart(12),
        `${p99.toFixed(3)} ms`.padStart(12),
      ].join(''),
    )
    .join('\n')
}
