/**
 * The platforms of the standard in one process, to develop against.
 * @module
 */
import type { AwayPolicy } from '../registry/standing.js'
import { removeEndpoint, writeEndpoint } from '../sandbox-endpoint.js'
import { durably } from '../store/group-commit.js'
import { text } from '../texts/index.js'
import { loadCertificate } from './certificate.js'
import { addChannelDoor } from './channel-door.js'
import { addConsoleRoutes } from './console/routes.js'
import { randomSeed, Stream } from './control/chance.js'
import { addHooks } from './control/hooks.js'
import { reset } from './control/reset.js'
import { addDirectingRoutes } from './control/routes.js'
import { SNAPSHOT_SPACE, Snapshots } from './control/snapshots.js'
import { Spaces } from './control/spaces.js'
import { addPlatformRoutes } from './counter/platform-routes.js'
import { addGuard } from './guard.js'
import type { SandboxKeys } from './keys.js'
import { openMemory } from './memory.js'
import { addControlRoutes } from './people/control-routes.js'
import { type IssuedKind, issueCode } from './people/issue-code.js'
import { findPerson, type Person, people, personIds } from './people/people.js'
import type { Clock } from './platform.js'
import { createPlatforms } from './platforms.js'
import { loadProvinceKeys } from './province-keys.js'
import { HOME, provinces } from './provinces.js'
import { createServer, listen } from './server.js'
import { openTerminals } from './terminals.js'
import { whoseKeys } from './whose-keys.js'

export interface SandboxOptions {
  /** 0 for one that is free. */
  port: number
  /** The loopback interface only: nobody proves who he is here. */
  host?: '127.0.0.1' | '::1'
  /** Where everything is kept: without it, nothing has ever happened. */
  folder: string
  clock?: Clock
  /**
   * Two sandboxes with one seed and one clock do the same to the byte. It
   * starts with nothing, or what is in the folder would make a difference. With
   * a `database`, what that holds stays, and what is given out is by chance.
   */
  seed?: number
  /**
   * Of the registry, and of the codes and tokens that are given out: a path or
   * postgres://…, which several sandboxes may share; files in the folder if
   * not given.
   */
  database?: string
  /** Whether filing numbers that are not on file are accepted too. */
  anyTerminal?: boolean
  /** What becomes of requests while that database is away. */
  away?: AwayPolicy
}

export interface Sandbox {
  /** https://127.0.0.1:PORT, without a slash at the end. */
  readonly url: string
  /** SHA-256 of the certificate, as tls' peerCertificate.fingerprint256. */
  readonly fingerprint: string
  /** What chance there is comes from it. */
  readonly seed: number
  readonly people: readonly Person[]
  /**
   * Of the home province, for whoever wants to sign; requests without a
   * signature are served too.
   */
  readonly keys: SandboxKeys
  /** Of the province with these digits; throws where there is none. */
  keysOf(digits: string): SandboxKeys
  /**
   * A code that this person could show now; rejects for an unknown person.
   * See {@link IssuedKind} for codes that are not good.
   */
  issueCode(personId: string, options?: { kind?: IssuedKind }): Promise<string>
  /** Ends open connections. Idempotent. */
  close(): Promise<void>
}

/**
 * Starts a sandbox. Rejects where the host is not the loopback interface, the
 * port is taken, or the folder cannot be written.
 */
export async function startSandbox({
  port,
  host = '127.0.0.1',
  folder,
  clock = Date.now,
  seed: wanted,
  database,
  anyTerminal = false,
  away = 'remember',
}: SandboxOptions): Promise<Sandbox> {
  requireLoopback(host)
  const opened: Closing[] = []
  try {
    const certificate = await loadCertificate(folder, clock)
    const memory = await openMemory(folder, database)
    opened.push(memory.close)
    const { file, openOneTime, isShared } = memory
    const seed = wanted ?? randomSeed()
    const spaces = new Spaces({
      ...{ clock, seed, openState: file.space, openOneTime, isShared },
      createPlatforms,
    })
    const shared = database !== undefined
    const terminals = await openTerminals({
      ...{ store: memory.registry, anyTerminal, away },
      clock: spaces.common.clock.now,
      chance: shared ? undefined : new Stream(seed, 'registry'),
      changed: change => spaces.tell('registry', change),
    })
    spaces.common.terminals = terminals.kept
    if (wanted !== undefined) await reset(spaces.common)
    const provinceKeys = loadProvinceKeys(folder, wanted)
    const { keysOf } = provinceKeys
    const keysFor = whoseKeys(provinceKeys)
    const server = createServer(certificate)
    opened.push(() => server.close())
    addGuard(server)
    addHooks(server, spaces, keysFor)
    for (const { digits } of provinces)
      addPlatformRoutes(server, digits, keysOf(digits).party, terminals)
    addChannelDoor(server)
    addControlRoutes(server)
    const snapshots = new Snapshots(file.space(SNAPSHOT_SPACE, clock))
    addDirectingRoutes(server, {
      ...{ spaces, snapshots, keysFor },
      certificate: certificate.certificate,
    })
    addConsoleRoutes(server)
    await terminals.addRoutes(server)
    const url = await listen(server, host, port)
    const { fingerprint } = certificate
    const endpoint = { url, fingerprint, pid: process.pid }
    writeEndpoint(folder, endpoint)
    opened.push(() => removeEndpoint(folder, endpoint))
    return {
      ...{ url, fingerprint, seed, people, keys: keysOf(HOME), keysOf },
      issueCode: (personId, { kind } = {}) =>
        durably(spaces.common, () => {
          const { home } = spaces.common.platforms
          return issueCode(home, requirePerson(personId), kind)
        }),
      close: () => closeAll(opened),
    }
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

type Closing = () => void | Promise<void>

/** The last first: what was opened later uses what was opened before. */
async function closeAll(opened: Closing[]): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

function requireLoopback(host: string) {
  if (host === '127.0.0.1' || host === '::1') return
  throw new Error(text('sandbox.host'))
}

function requirePerson(id: string): Person {
  const person = findPerson(id)
  if (person) return person
  throw new Error(text('sandbox.person', { people: personIds() }))
}
