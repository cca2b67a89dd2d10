/**
 * A machine of a test's own: a state folder, a sandbox, and a virtual gun.
 * @module
 */
import { join } from 'node:path'
import type { Test } from 'tap'
import { type Config, configSchema } from '../src/config/schema.js'
import { createLog } from '../src/log.js'
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.js'
import {
  plugVirtualScanner,
  type VirtualScanner,
} from '../src/scanner/virtual.js'
import { shortFolder } from './bridge/socket-caller.js'

export const FILING_NUMBER = '99000000000000000001'

export const IN_DATA = JSON.stringify({
  orgId: 'P99000000001',
  transType: 'ec.query',
  data: {
    orgId: 'P99000000001',
    businessType: '02121',
    operatorId: '001',
    operatorName: '收费员甲',
  },
})

export const silentLog = createLog('silent')

export interface Machine {
  /** The folder of everything, near the root. */
  folder: string
  socket: string
  gun: VirtualScanner
  sandbox: Sandbox
  /** A terminal that is set up right. */
  config: Config
  strUrl: string
  /** Has a demo person show a code to the gun. */
  showCode(): void
  /** Ends the sandbox; otherwise it ends with the test. */
  closeSandbox(): Promise<void>
}

/** Sets $NATIONEC_STATE for the test, so that the sandbox is found. */
export async function startMachine(t: Test): Promise<Machine> {
  const folder = shortFolder(t)
  const before = process.env.NATIONEC_STATE
  process.env.NATIONEC_STATE = folder
  const sandbox = await startSandbox({
    port: 0,
    folder: join(folder, 'sandbox'),
  })
  const gun = plugVirtualScanner()
  t.teardown(async () => {
    gun.unplug()
    await sandbox.close()
    if (before === undefined) delete process.env.NATIONEC_STATE
    else process.env.NATIONEC_STATE = before
  })
  return {
    folder,
    socket: join(folder, 'socket'),
    gun,
    sandbox,
    config: configSchema.parse({
      terminal: { filing_number: FILING_NUMBER },
      scanner: { path: gun.path },
    }),
    strUrl: `${sandbox.url}/localcfc/api/hsecfc/localQrCodeQuery`,
    showCode: async () => void gun.scan(await sandbox.issueCode('zhang')),
    closeSandbox: () => sandbox.close(),
  }
}
