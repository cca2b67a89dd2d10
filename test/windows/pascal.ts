/**
 * Free Pascal for Windows, from Debian's packages: its compilers, and its
 * runtime library as source, which Debian compiles for Linux alone.
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packagePath } from '../../src/paths.js'
import type { Bitness } from './wine.js'

/** Where .ci/packages unpacks the packages. */
const FOLDER = '/opt/nationec-fpc'
const TARGETS = {
  x86: {
    name: 'win32',
    cpu: 'i386',
    compiler: 'usr/lib/i386-linux-gnu/fpc/3.2.2/ppc386',
    start: 'sysinitpas.pp',
  },
  x64: {
    name: 'win64',
    cpu: 'x86_64',
    compiler: 'usr/lib/x86_64-linux-gnu/fpc/3.2.2/ppcx64',
    start: 'sysinit.pp',
  },
}
const RUNTIME = join(FOLDER, 'usr/share/fpcsrc/3.2.2/rtl')
const INCLUDED = ['../inc', '../win', '../win/wininc', '../objpas']

/** Why nothing can be compiled; false where it can. */
export function lackingPascal(): string | false {
  const missing = Object.values(TARGETS)
    .map(({ compiler }) => join(FOLDER, compiler))
    .filter(file => spawnSync(file, ['-iV']).status !== 0)
  if (!existsSync(RUNTIME)) missing.push(RUNTIME)
  return missing.length > 0 && `${missing.join(', ')}: run .ci/packages`
}

/** Compiles test/windows/pos.pas in `folder`, with a runtime of its own. */
export function compilePascal(folder: string, bitness: Bitness): string {
  const { name, cpu, compiler, start } = TARGETS[bitness]
  const units = join(folder, `units-${bitness}`)
  mkdirSync(units)
  const options = ['-n', `-T${name}`, '-v0e', `-Fu${units}`]
  const compile = (cwd: string, parameters: string[]) => {
    const file = join(FOLDER, compiler)
    const all = [...options, ...parameters]
    const { status, stdout } = spawnSync(file, all, { cwd })
    if (status !== 0) throw new Error(`${parameters.join(' ')}: ${stdout}`)
  }
  const source = join(RUNTIME, name)
  const included = [...INCLUDED, `../${cpu}`].map(path => `-Fi${path}`)
  const library = ['-Sg', '-O2', ...included, `-Fu../${cpu}`, `-FU${units}`]
  compile(source, [...library, '-Us', 'system.pp'])
  for (const unit of ['../objpas/objpas.pp', '../inc/fpintres.pp', start])
    compile(source, [...library, unit])
  const program = join(folder, `pos-${bitness}.exe`)
  compile(folder, [`-o${program}`, packagePath('test/windows/pos.pas')])
  return program
}
