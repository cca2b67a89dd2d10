/**
 * The files that a browser loads: scripts as compiled, style sheets, the
 * icon, and uPlot as its makers ship it. Only these have an address.
 * @module
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagePath } from '../../paths.js'

/** The media type by the end of the name. */
const TYPES: readonly (readonly [end: string, type: string])[] = [
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
]

export interface ServedFile {
  readonly path: string
  readonly type: string
}

/** Each file by its name. */
export function listFiles(): ReadonlyMap<string, ServedFile> {
  const scripts = fileURLToPath(new URL('page/', import.meta.url))
  const plot = dirname(createRequire(import.meta.url).resolve('uplot'))
  return new Map([
    ...filesIn(scripts, name => name.endsWith('.js')),
    ...filesIn(
      packagePath('src/sandbox/console/page'),
      name => !name.endsWith('.js'),
    ),
    ...filesIn(plot, name => name.includes('.min.')),
  ])
}

function filesIn(folder: string, isServed: (name: string) => boolean) {
  return readdirSync(folder)
    .filter(isServed)
    .flatMap(name => {
      const type = TYPES.find(([end]) => name.endsWith(end))?.[1]
      return type ? [[name, { path: join(folder, name), type }] as const] : []
    })
}
