/**
 * Writes one key of nationec.toml and leaves the rest as people wrote it:
 * comments, order, blanks, line ends.
 * @module
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse, stringify } from 'smol-toml'
import { text } from '../texts/index.js'
import { ConfigError } from './problems.js'

/** One key with a value of text. */
export interface Setting {
  table: string
  key: string
  value: string
}

/**
 * Sets `setting` in the file at `path`, which is made where it is not there.
 * The file is replaced whole or not at all. Throws ConfigError, with the line
 * to write by hand, where it cannot be written or is not understood.
 */
export function writeSetting(path: string, setting: Setting): void {
  const { table } = setting
  const line = lineOf(setting)
  try {
    const file = existsSync(path) ? realpathSync(path) : path
    const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const after = withSetting(before, setting)
    if (after === undefined) {
      const facts = { path, table, line }
      throw new ConfigError([text('config.not-editable', facts)], path)
    }
    if (after !== before) replaceFile(file, after)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const { code = String(error) } = error as NodeJS.ErrnoException
    const facts = { path, table, line, reason: code }
    throw new ConfigError([text('config.not-written', facts)], path)
  }
}

/**
 * `toml` with `setting`; undefined where the result would not be exactly that,
 * as with inline tables and text that only looks like a table.
 */
export function withSetting(
  toml: string,
  setting: Setting,
): string | undefined {
  const { table, key, value } = setting
  try {
    const before: Record<string, unknown> = parse(toml)
    const old = before[table] ?? {}
    if (typeof old !== 'object' || Array.isArray(old)) return undefined
    const wanted = { ...before, [table]: { ...old, [key]: value } }
    const edited = edit(toml, setting)
    return same(parse(edited), wanted) ? edited : undefined
  } catch {
    return undefined
  }
}

/** The parser's tables have no prototype. */
function same(one: object, other: object): boolean {
  return isDeepStrictEqual(structuredClone(one), structuredClone(other))
}

function edit(toml: string, setting: Setting): string {
  const { table, key } = setting
  const end = toml.includes('\r\n') ? '\r\n' : '\n'
  const lines = toml.split(end)
  const line = lineOf(setting)
  const header = lines.findIndex(one => heading(one) === table)
  const dotted = lines.findIndex(one => assigned(one) === `${table}.${key}`)
  if (dotted >= 0 && !lines.slice(0, dotted).some(heading)) {
    lines[dotted] = replaced(lines[dotted] ?? '', setting)
    return lines.join(end)
  }
  if (header < 0) {
    const body = toml.trimEnd()
    const gap = body ? body + end + end : ''
    return `${gap}[${table}]${end}${line}${end}`
  }
  const next = lines.findIndex((one, at) => at > header && heading(one))
  const own = lines.findIndex(
    (one, at) =>
      at > header && (next < 0 || at < next) && assigned(one) === key,
  )
  if (own >= 0) lines[own] = replaced(lines[own] ?? '', setting)
  else lines.splice(header + 1, 0, line)
  return lines.join(end)
}

/** The table that begins in this line, if one does. */
function heading(line: string): string | undefined {
  return /^\s*\[+\s*([^\]]*?)\s*\]+\s*(#.*)?$/.exec(line)?.[1]
}

/** The key that is assigned in this line, if one is. */
function assigned(line: string): string | undefined {
  return /^\s*([\w.-]+)\s*=/.exec(line)?.[1]
}

/** The line with another value: what stands before and behind stays. */
function replaced(line: string, { value }: Setting): string {
  const [, before = '', behind = ''] =
    /^([^=]*=\s*)(?:"[^"\\]*"|'[^']*')(.*)$/.exec(line) ?? []
  return before && before + quoted(value) + behind
}

function lineOf({ key, value }: Setting): string {
  return `${key} = ${quoted(value)}`
}

function quoted(value: string): string {
  return stringify({ value })
    .replace(/^value = /, '')
    .trimEnd()
}

/** Whoever reads the file sees the old one or the new one. */
function replaceFile(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, content, { flag: 'wx' })
    if (existsSync(file)) chmodSync(draft, statSync(file).mode)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
