/**
 * Which terminal this is: its filing number and the card and address that it
 * is seen under by the platform (XJ-D01-2019, 2.8, 7.2.1.1 b), and what is
 * done where that is not what it was, or not what the caller says.
 * @module
 */
import { Failure } from '../failure.js'
import type { Choice } from './choose.js'
import { contradicted, type TerminalFields } from './contradiction.js'
import { keep } from './kept.js'
import { type Eyes, type Look, look, thisMachine, type Way } from './look.js'
import type { Policy } from './policy.js'

export interface TerminalSettings {
  /** Empty where the terminal is not registered. */
  filingNumber: string
  /** The name or MAC of the card to be taken; empty for the one in use. */
  interface: string
  /** On a card or an address that is another: accept keeps it from then on. */
  onChange: Policy
  /** On a caller that names another terminal: accept sends the caller's. */
  onContradiction: Policy
}

/** What a terminal adds to a request. */
export interface Identity {
  fields: TerminalFields
  /** For the journal: what was not as it should be. */
  facts: Record<string, string>
}

export interface Terminal {
  /**
   * The identity to send to the platform that `way` leads to, for a caller
   * that gave `data`.
   *
   * Throws terminal-unregistered at once where there is no filing number.
   * Rejects with terminal-card-changed, terminal-way-changed,
   * terminal-address-changed, terminal-card-absent or terminal-contradicted
   * where the settings say to refuse.
   */
  identify(way: Way, data: Record<string, unknown>): Promise<Identity>
}

export interface TerminalOptions {
  eyes?: Eyes
  keep?: (host: string, choice: Choice) => void
  /** Told once of each thing that is not refused. */
  onNotice?: (notice: Failure) => void
  /** Told where the choice could not be kept. */
  onError?: (error: unknown) => void
}

/** The terminal that the configuration describes. */
export function createTerminal(
  settings: TerminalSettings,
  options: TerminalOptions = {},
): Terminal {
  const { eyes = thisMachine, onNotice = () => {} } = options
  const noticed = new Set<string>()

  function notice(failure: Failure): void {
    if (noticed.has(failure.message)) return
    if (noticed.size >= NOTICES_MAX) noticed.clear()
    noticed.add(failure.message)
    onNotice(failure)
  }

  function keepChoice(host: string, choice: Choice): void {
    try {
      const write = options.keep ?? keep
      write(host, choice)
    } catch (error) {
      options.onError?.(error)
    }
  }

  function judgeChange(host: string, seen: Look): Record<string, string> {
    const { change, kept, reachable, choice } = seen
    if (change) judge(change, settings.onChange, notice)
    const isNew = change ? settings.onChange === 'accept' : !kept
    if (isNew && reachable) keepChoice(host, choice)
    return change ? { terminal: change.symbol } : {}
  }

  async function find(way: Way, data: Record<string, unknown>) {
    const seen = await look(way, settings.interface, eyes)
    const changed = judgeChange(way.host, seen)
    const { mac, ip } = seen.choice
    const own = { termId: settings.filingNumber, termIp: ip, termMac: mac }
    const names = contradicted(data, own)
    if (names.length === 0) return { fields: own, facts: changed }
    const failure = contradiction(names, data, own)
    judge(failure, settings.onContradiction, notice)
    const given = names.map(name => [name, String(data[name])])
    const trusted = settings.onContradiction === 'accept'
    return {
      fields: trusted ? { ...own, ...Object.fromEntries(given) } : own,
      facts: { ...changed, contradicted: names.join(', ') },
    }
  }

  return {
    identify(way, data) {
      if (!settings.filingNumber) throw new Failure('terminal-unregistered')
      return find(way, data)
    },
  }
}

/** More different ones than a machine has in its life. */
const NOTICES_MAX = 100

function judge(
  failure: Failure,
  policy: Policy,
  notice: (failure: Failure) => void,
): void {
  if (policy === 'refuse') throw failure
  notice(failure)
}

/** What the caller wrote is not repeated: it may be anything. */
function contradiction(
  names: (keyof TerminalFields)[],
  data: Record<string, unknown>,
  own: TerminalFields,
): Failure {
  const facts = {
    fields: names.join(', '),
    own: names.map(name => own[name]).join(', '),
  }
  const given = Object.fromEntries(names.map(name => [name, data[name]]))
  return new Failure('terminal-contradicted', facts, { sealed: { given } })
}
