/**
 * The C programs beside this file, compiled into a temporary folder.
 * @module
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagePath } from '../../src/paths.js'

const FLAGS = ['-std=c99', '-O2', '-Wall', '-Wextra', '-Werror', '-pthread']

const SOURCES = {
  'floor-server': ['floor-server.c', 'exchange.c'],
  'floor-client': ['floor-client.c', 'exchange.c', 'measure.c'],
  'http-client': ['http-client.c', 'exchange.c', 'measure.c'],
  'library-client': ['library-client.c', 'measure.c'],
  'library-client.so': ['library-client.c', 'measure.c', '-shared', '-fPIC'],
}

export type Program = keyof typeof SOURCES

export interface Programs {
  /** A folder for sockets and state, removed with the programs. */
  folder: string
  path(program: Program): string
  remove(): void
}

/** Compiles all of them; throws where there is no C compiler. */
export function compilePrograms(): Programs {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-bench-'))
  const path = (program: Program) => join(folder, program)
  for (const [program, parts] of Object.entries(SOURCES)) {
    const inputs = parts.map(part =>
      part.endsWith('.c') ? packagePath('test/bench', part) : part,
    )
    execFileSync('cc', [
      ...FLAGS,
      ...inputs,
      '-o',
      path(program as Program),
      '-ldl',
    ])
  }
  return { folder, path, remove: () => rmSync(folder, { recursive: true }) }
}
