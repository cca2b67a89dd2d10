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
} from './schema.js'

/** Shown commented out where no platform is configured. */
const example = configSchema.parse({
  platforms: [{ url: 'https://platform.example.invalid/localcfc/' }],
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
  const { platforms, ...tables } = current
  const parts = Object.entries(tables).map(([name, keys]) =>
    showTable(name as ConfigKey, keys, locale),
  )
  // Last, because a key after [[platforms]] would belong to it.
  parts.push(showPlatforms(platforms, locale))
  return [comment(text('config.file', {}, locale)), ...parts].join('\n')
}

function showTable(name: ConfigKey, keys: object, locale: Locale): string {
  const heading = comment(text(`config.${name}`, {}, locale))
  return `${heading}[${name}]\n${showKeys(name, keys, locale)}`
}

function showPlatforms(platforms: Config['platforms'], locale: Locale): string {
  const show = (platform: PlatformConfig) =>
    `[[platforms]]\n${showKeys('platforms', platform, locale)}`
  const entries = platforms.length
    ? platforms.map(show).join('\n')
    : comment(example.platforms.map(show).join('').trimEnd())
  return comment(text('config.platforms', {}, locale)) + entries
}

function showKeys(table: string, keys: object, locale: Locale): string {
  return Object.entries(keys)
    .map(([name, value]) => {
      const key = `${table}.${name}` as ConfigKey
      return explain(key, locale) + stringify({ [name]: value })
    })
    .join('')
}

/** The compiler checks here that each {@link ConfigKey} has its sentence. */
function explain(key: ConfigKey, locale: Locale): string {
  const meaning = text(`config.${key}`, {}, locale)
  return comment([meaning, describeRange(key, locale)].join('\n'))
}

function comment(lines: string): string {
  return lines.replace(/^/gm, '# ').concat('\n')
}
