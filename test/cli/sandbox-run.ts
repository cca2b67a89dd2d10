/**
 * A sandbox that was started by its command, and commands that direct it.
 * @module
 */
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { Agent, request } from 'undici'
import { shortFolder } from '../bridge/socket-caller.js'
import { queryFor } from '../sandbox/harness.js'
import { type Finished, run, startCommand } from './run.js'

export interface RunningSandbox {
  folder: string
  child: ChildProcess
  /** Runs `nationec sandbox ...argv`. */
  sandbox(...argv: string[]): Promise<Finished>
  /** Asks the sandbox for `code` as a terminal does. */
  query(code: string, orgId?: string): Promise<Answered>
  /** The same with any `body`, at the path below the sandbox's address. */
  post(path: string, body: object): Promise<Answered>
}

/** What a test looks at. */
export interface Answered {
  code: number | string
  message: string
  data: Record<string, string>
}

/** Starts a sandbox that ends with the test. */
export function runSandbox(
  t: Test,
  ...argv: string[]
): Promise<RunningSandbox> {
  return runSandboxIn(t, shortFolder(t), ...argv)
}

/** The same with a state folder that was there before. */
export async function runSandboxIn(
  t: Test,
  folder: string,
  ...argv: string[]
): Promise<RunningSandbox> {
  const start = ['sandbox', 'start', '--port', '0', '--json', ...argv]
  const { line, child } = await startCommand(t, start, { folder })
  const { strUrl } = JSON.parse(line)
  const ca = readFileSync(join(folder, 'sandbox', 'certificate.pem'))
  const dispatcher = new Agent({ connect: { ca } })
  t.teardown(() => dispatcher.destroy())
  const post = async (path: string, asked: object) => {
    const { body } = await request(new URL(path, strUrl), {
      ...{ method: 'POST', dispatcher },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    })
    return (await body.json()) as Answered
  }
  return {
    ...{ folder, child, post },
    sandbox: (...argv) => run(['sandbox', ...argv], { folder }),
    query: (code, orgId = 'H35020319001') =>
      post(strUrl, { ...queryFor(code), orgId }),
  }
}
