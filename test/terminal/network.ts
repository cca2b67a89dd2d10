/**
 * Networks of a test's own: a process in a network namespace, which ends with
 * it, so that no interface and no route is left.
 * @module
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import type { Identity, TerminalSettings } from '../../src/terminal/identity.js'

const CHILD = fileURLToPath(new URL('./network-child.js', import.meta.url))

/** Who is not root becomes it inside, where the system lets users do so. */
const UNSHARE = [
  ...['--net', '--mount', '--kill-child'],
  ...(process.geteuid?.() === 0 ? [] : ['--map-root-user']),
]

/** What the child is asked, one line each. */
export interface Question {
  /** Of the command `ip`, in their order. */
  commands: string[]
  /** Files below /proc/sys/net that are written before. */
  kernel?: Record<string, string>
  /** The platform; none where only the commands are to be run. */
  url?: string
  settings?: Partial<TerminalSettings>
}

/** What it answers. */
export type Reply =
  | { identity: Identity; notices: string[] }
  | { failure: string }
  | 'done'

export interface Network {
  /** Runs `ip` with each command, its words parted by blanks. */
  ip(...commands: string[]): Promise<void>
  /** Writes a file below /proc/sys/net. */
  tell(file: string, value: string): Promise<void>
  /** What the terminal says toward the platform at `url`. */
  identify(
    url: string,
    settings?: Partial<TerminalSettings>,
  ): Promise<{ mac?: string; ip?: string; why?: string }>
}

/** Why namespaces cannot be made here, with what to install; or false. */
export function whyNoNetworks(): string | false {
  if (process.platform !== 'linux') return 'only Linux has network namespaces'
  if (spawnSync('ip', ['-V']).error) {
    return 'there is no ip: install the Debian package iproute2'
  }
  const words = ['ip', 'link', 'add', 'eth0', 'type', 'veth']
  const made = spawnSync('unshare', [...UNSHARE, ...words])
  if (made.error) {
    return 'there is no unshare: install the Debian package util-linux'
  }
  return made.status !== 0 && 'neither root nor a user who may make namespaces'
}

/** A network with nothing but the loopback; its state is `t`'s own. */
export async function startNetwork(t: Test): Promise<Network> {
  const child = spawn('unshare', [...UNSHARE, process.execPath, CHILD], {
    env: { ...process.env, NATIONEC_STATE: t.testdir() },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  t.teardown(async () => {
    child.stdin.end()
    if (child.exitCode === null) await once(child, 'exit')
  })
  const ask = conversation(child)
  async function order(question: Question) {
    const reply = await ask(question)
    if (reply !== 'done') throw new Error(JSON.stringify(reply))
  }
  return {
    ip: (...commands) => order({ commands }),
    tell: (file, value) => order({ commands: [], kernel: { [file]: value } }),
    async identify(url, settings = {}) {
      const reply = await ask({ commands: [], url, settings })
      if (reply === 'done') throw new Error('it was asked nothing')
      if ('failure' in reply) return { why: reply.failure }
      const { termMac: mac, termIp: ip } = reply.identity.fields
      const why = reply.notices.join()
      return { mac, ip, ...(why && { why }) }
    },
  }
}

function conversation({ stdin, stdout }: ChildProcess) {
  if (!stdin || !stdout) throw new Error('the child has no pipes')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  return async (question: Question): Promise<Reply> => {
    stdin.write(`${JSON.stringify(question)}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Error('the child has ended')
    return JSON.parse(value)
  }
}
