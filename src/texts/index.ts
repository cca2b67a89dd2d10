/**
 * Every sentence a person sees, in both languages, and the choice between
 * them. A room's sentences stand in one file, each key with its two texts
 * side by side, so that a missing translation does not compile.
 * @module
 */
import { callTexts } from './call.js'
import { certifyTexts } from './certify.js'
import { certifyCaseTexts } from './certify-cases.js'
import { certifyTrialTexts } from './certify-trials.js'
import { cliTexts } from './cli.js'
import { cliCertifyTexts } from './cli-certify.js'
import { cliEnvelopeTexts } from './cli-envelope.js'
import { cliRegistryTexts } from './cli-registry.js'
import { cliSandboxTexts } from './cli-sandbox.js'
import { cliScannerTexts } from './cli-scanner.js'
import { cliTerminalTexts } from './cli-terminal.js'
import { cliUsageTexts } from './cli-usage.js'
import { configTexts } from './config.js'
import { consoleTexts } from './console.js'
import { doctorTexts } from './doctor.js'
import { envelopeTexts } from './envelope.js'
import { gmTexts } from './gm.js'
import { journalTexts } from './journal.js'
import { pingTexts } from './ping.js'
import { platformsTexts } from './platforms.js'
import { recorderTexts } from './recorder.js'
import { registryTexts } from './registry.js'
import { sandboxTexts } from './sandbox.js'
import { sandboxControlTexts } from './sandbox-control.js'
import { scannerTexts } from './scanner.js'
import { sheetTexts } from './sheet.js'
import { shimTexts } from './shim.js'
import { terminalTexts } from './terminal.js'

/** The languages of the catalogue. */
export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One sentence in every language; {name} stands for a parameter. */
export type Sentence = Record<Locale, string>

const catalogue = {
  ...callTexts,
  ...certifyTexts,
  ...certifyCaseTexts,
  ...certifyTrialTexts,
  ...cliTexts,
  ...cliCertifyTexts,
  ...cliEnvelopeTexts,
  ...cliTerminalTexts,
  ...cliSandboxTexts,
  ...cliRegistryTexts,
  ...cliScannerTexts,
  ...cliUsageTexts,
  ...configTexts,
  ...doctorTexts,
  ...consoleTexts,
  ...envelopeTexts,
  ...gmTexts,
  ...journalTexts,
  ...pingTexts,
  ...platformsTexts,
  ...registryTexts,
  ...recorderTexts,
  ...sandboxTexts,
  ...sandboxControlTexts,
  ...scannerTexts,
  ...sheetTexts,
  ...shimTexts,
  ...terminalTexts,
} satisfies Record<string, Sentence>

/** A key of the catalogue. */
export type TextKey = keyof typeof catalogue

/** What fills the {name}s of a sentence. */
export type TextParameters = Record<string, string | number>

/** Every sentence, for tests and generators. */
export const sentences: Readonly<Record<TextKey, Sentence>> = catalogue

/**
 * The sentence for `key` in `locale`, its {name}s filled from `parameters`.
 * A {name} without a parameter stays as it is, so that it is noticed.
 */
export function text(
  key: TextKey,
  parameters: TextParameters = {},
  locale: Locale = systemLocale(),
): string {
  const sentence: string = catalogue[key][locale]
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(parameters[name] ?? whole),
  )
}

/** The first language of an accept-language header that the catalogue has. */
export function acceptedLocale(header = ''): Locale | undefined {
  const first = /\b(zh|en)\b/i.exec(header)?.[1]
  if (!first) return undefined
  return first.toLowerCase() === 'zh' ? 'zh-CN' : 'en'
}

/** zh-CN where the environment names Chinese (POSIX order), else English. */
export function systemLocale(environment = process.env): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-CN' : 'en'
}
