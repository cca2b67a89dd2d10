/**
 * A sandbox that was started by its command, and commands that direct it.
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { Agent, request } from 'undici'
import { shortFolder } from '../bridge/socket-caller.js'
import { queryFor } from '../sandbox/harness.js'
import { type Finished, run, startCommand } from './run.js'

export interface RunningSandbox {
  folder: string
  /** Runs `nationec sandbox ...argv`. */
  sandbox(...argv: string[]): Promise<Finished>
  /** Asks the sandbox for `code` as a terminal does. */
  query(code: string, orgId?: string): Promise<{ code: number }>
}

/** Starts a sandbox that ends with the test. */
export async function runSandbox(
  t: Test,
  ...argv: string[]
): Promise<RunningSandbox> {
  const folder = shortFolder(t)
  const start = ['sandbox', 'start', '--port', '0', '--json', ...argv]
  const { line } = await startCommand(t, start, { folder })
  const { strUrl } = JSON.parse(line)
  const ca = readFileSync(join(folder, 'sandbox', 'certificate.pem'))
  const dispatcher = new Agent({ connect: { ca } })
  t.teardown(() => dispatcher.destroy())
  return {
    folder,
    sandbox: (...argv) => run(['sandbox', ...argv], { folder }),
    query: async (code, orgId = 'H35020319001') => {
      const { body } = await request(strUrl, {
        ...{ method: 'POST', dispatcher },
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...queryFor(code), orgId }),
      })
      return (await body.json()) as { code: number }
    },
  }
}
