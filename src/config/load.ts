/**
 * Finds, reads and checks nationec.toml.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { type Locale, systemLocale, text } from '../texts/index.js'
import { ConfigError, describeIssue } from './problems.js'
import { type Config, configSchema, defaultConfig } from './schema.js'

export interface LoadOptions {
  /** From --config. */
  path?: string | undefined
  environment?: NodeJS.ProcessEnv
  cwd?: string
  platform?: NodeJS.Platform
}

export interface LoadedConfig {
  config: Config
  /** The file it came from; undefined where all is default. */
  path: string | undefined
}

/**
 * The configuration from the first of: `path`, $NATIONEC_CONFIG,
 * ./nationec.toml, the system's nationec.toml; all defaults where none is
 * there. `journal.path` and every `…_file` are taken relative to the file.
 * Throws {@link ConfigError} where a file that was named is not there, cannot
 * be read, or breaks a rule; then it lists every fault at once.
 */
export function loadConfig(options: LoadOptions = {}): LoadedConfig {
  const path = findConfigFile(options)
  if (path === undefined) return { config: defaultConfig, path }
  const locale = systemLocale(options.environment)
  const checked = check(parseToml(readText(path, locale), path, locale))
  if (checked.success)
    return { config: anchor(checked.data, dirname(path)), path }
  const problems = checked.error.issues.flatMap(issue =>
    describeIssue(issue, path, locale),
  )
  throw new ConfigError(problems, path)
}

/** The file loadConfig reads; one that was named need not be there. */
export function findConfigFile(options: LoadOptions = {}): string | undefined {
  const { environment = process.env, cwd = process.cwd() } = options
  const named = options.path || environment.NATIONEC_CONFIG
  if (named) return resolve(cwd, named)
  const here = join(cwd, 'nationec.toml')
  return [here, systemFile(environment, options.platform)].find(existsSync)
}

/** Where the whole system's configuration is. */
export function systemFile(
  environment = process.env,
  platform = process.platform,
): string {
  if (platform !== 'win32') return '/etc/nationec/nationec.toml'
  const root = environment.ProgramData ?? 'C:\\ProgramData'
  return join(root, 'nationec', 'nationec.toml')
}

function readText(file: string, locale: Locale): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const problem =
      code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
        ? text('config.not-utf-8', { file }, locale)
        : text('config.unreadable', { file, code: code ?? '' }, locale)
    throw new ConfigError([problem], file)
  }
}

/** The error's own excerpt of the file is left out: it may hold a secret. */
function parseToml(toml: string, file: string, locale: Locale): unknown {
  try {
    return parse(toml, { unsafeKeyBehaviour: 'throw' })
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const { line, column } = error
    const reason = error.message.split('\n', 1)[0] ?? ''
    const facts = { file, line, column, reason }
    throw new ConfigError([text('config.syntax', facts, locale)], file)
  }
}

function check(raw: unknown) {
  return configSchema.safeParse(raw, { reportInput: true })
}

/** Makes the paths of files absolute; '' stays the default. */
function anchor(config: Config, folder: string): Config {
  const absolute = (path: string) => path && resolve(folder, path)
  return configSchema.parse({
    ...config,
    platforms: config.platforms.map(platform =>
      Object.fromEntries(
        Object.entries(platform).map(([key, value]) =>
          key.endsWith('_file') ? [key, absolute(value)] : [key, value],
        ),
      ),
    ),
    journal: { ...config.journal, path: absolute(config.journal.path) },
  })
}
