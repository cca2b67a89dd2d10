/**
 * The configuration as a file for people.
 * @module
 */
import { stringify } from 'smol-toml'
import { type Locale, text } from '../texts/index.js'
import { describeRange } from './range.js'
import {
  type Config,
  type ConfigKey,
  configSchema,
  defaultConfig,
  type PlatformConfig,
  type ScannerConfig,
} from './schema.js'

/** Shown commented out where no platform, or no other scanner is configured. */
const example = configSchema.parse({
  platforms: [{ url: 'https://platform.example.invalid/localcfc/' }],
  scanners: [{ usb: '1eab:1d06' }],
})

/**
 * `current` as a complete nationec.toml: every table and key, explained in
 * `locale`, with its range and default. loadConfig reads it back to the same
 * configuration.
 */
export function showConfig(
  locale: Locale,
  current: Config = defaultConfig,
): string {
  const { platforms, scanners, ...tables } = current
  const parts = Object.entries(tables).map(([name, keys]) =>
    showTable(name as ExplainedKey, keys, locale),
  )
  // Last, because a key after [[platforms]] would belong to it.
  parts.push(showScanners(scanners, locale), showPlatforms(platforms, locale))
  return [comment(text('config.file', {}, locale)), ...parts].join('\n')
}

function showTable(name: ExplainedKey, keys: object, locale: Locale): string {
  const heading = comment(text(`config.${name}`, {}, locale))
  return `${heading}[${name}]\n${showKeys(name, keys, locale)}`
}

/** Their keys are explained under [scanner]. */
function showScanners(scanners: Config['scanners'], locale: Locale): string {
  const show = (scanner: ScannerConfig) => `[[scanners]]\n${stringify(scanner)}`
  const entries = listOrExample(scanners, example.scanners, show)
  return comment(text('config.scanners', {}, locale)) + entries
}

function showPlatforms(platforms: Config['platforms'], locale: Locale): string {
  const show = (platform: PlatformConfig) =>
    `[[platforms]]\n${showKeys('platforms', platform, locale)}`
  const entries = listOrExample(platforms, example.platforms, show)
  return comment(text('config.platforms', {}, locale)) + entries
}

function listOrExample<Entry>(
  entries: readonly Entry[],
  examples: readonly Entry[],
  show: (entry: Entry) => string,
): string {
  if (entries.length > 0) return entries.map(show).join('\n')
  return comment(examples.map(show).join('').trimEnd())
}

function showKeys(table: string, keys: object, locale: Locale): string {
  return Object.entries(keys)
    .map(([name, value]) => {
      const key = `${table}.${name}` as ExplainedKey
      return explain(key, locale) + stringify({ [name]: value })
    })
    .join('')
}

/** A key with a sentence of its own. */
type ExplainedKey = Exclude<ConfigKey, `scanners.${string}`>

/** The compiler checks here that each has it. */
function explain(key: ExplainedKey, locale: Locale): string {
  const meaning = text(`config.${key}`, {}, locale)
  return comment([meaning, describeRange(key, locale)].join('\n'))
}

function comment(lines: string): string {
  return lines.replace(/^/gm, '# ').concat('\n')
}
