/**
 * What this machine is as a terminal, and what the registry says of it.
 * @module
 */
import type { Config } from './config/schema.js'
import {
  type ApplicationWord,
  examineApplication,
} from './examine-application.js'
import { allowedPlatforms } from './platform/allow-list.js'
import { wayTo } from './platform/way.js'
import { LOOK_MS, registryAddress, withRegistry } from './registry-line.js'
import { type Look, look } from './terminal/look.js'
import type { RegistryVerdict } from './terminal/registry-client.js'
import { text } from './texts/index.js'

/** This machine toward one platform. */
export interface Side extends Look {
  /** Where the platform is, and the name by which the choice is kept. */
  url: string
  host: string
}

export interface RegistryWord {
  url: string
  /** Undefined where it did not answer. */
  verdict: RegistryVerdict | undefined
  /** What it says, or why it does not answer, for a person. */
  sentence: string
}

export interface TerminalReport {
  /** Empty where the terminal has none. */
  filingNumber: string
  orgId: string
  /** Toward each platform, the configured ones first; at least one. */
  sides: [Side, ...Side[]]
  /** Undefined where no registry is known, or there is nothing to ask. */
  registry: RegistryWord | undefined
  /** Undefined where there is none, or the number is good without it. */
  application: ApplicationWord | undefined
}

/** Looks at this machine and asks the registry. Never rejects. */
export async function examineTerminal(config: Config): Promise<TerminalReport> {
  const { filing_number: filingNumber, org_id: orgId } = config.terminal
  const sides = await lookEverywhere(config)
  const { mac, ip } = sides[0].choice
  const said = { termId: filingNumber, mac, ip, orgId }
  const registry = filingNumber ? await askRegistry(config, said) : undefined
  const application = mayApply(filingNumber, registry)
    ? await examineApplication(config)
    : undefined
  return { filingNumber, orgId, sides, registry, application }
}

/** As without a number, so with one that the registry does not take any more. */
function mayApply(number: string, registry: RegistryWord | undefined) {
  const refusal = registry?.verdict?.refusal
  return !number || refusal === 'unregistered' || refusal === 'retired'
}

/** Toward the registry where no platform is known, or this very machine. */
export async function lookEverywhere(
  config: Config,
): Promise<[Side, ...Side[]]> {
  const ways = [...allowedPlatforms(config)].map(({ url }) => ({
    url,
    ...wayTo(new URL(url), config),
  }))
  const hosts = new Map([...ways].reverse().map(way => [way.host, way]))
  const [first = wayToRegistry(config), ...others] = ways.filter(
    way => hosts.get(way.host) === way,
  )
  const seen = ({ url, host, hop }: typeof first) =>
    look({ host, hop }, config.terminal.interface).then(one => ({
      ...{ url, host },
      ...one,
    }))
  return [await seen(first), ...(await Promise.all(others.map(seen)))]
}

function wayToRegistry(config: Config) {
  const hop = new URL(registryAddress(config)?.url ?? 'https://127.0.0.1/')
  return { url: hop.href, host: hop.hostname, hop }
}

async function askRegistry(
  config: Config,
  said: Record<string, string>,
): Promise<RegistryWord | undefined> {
  const address = registryAddress(config)
  if (!address) return undefined
  const { url } = address
  const given = Object.entries(said).filter(([, value]) => value)
  const asked = Object.fromEntries(given)
  try {
    const verdict = await withRegistry(
      address,
      { deadlineMs: LOOK_MS },
      client => client.check(asked),
    )
    const good = verdict.ok ? text('registry.good') : verdict.message
    return { url, verdict, sentence: good }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = text('cli.terminal.unreachable', { url, reason })
    return { url, verdict: undefined, sentence }
  }
}
