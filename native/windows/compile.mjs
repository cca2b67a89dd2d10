/**
 * What mingw-w64 makes of native/: the library, the addons, the small POS.
 * @module
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { run } from './run.mjs'

const WARNINGS = '-Wall -Wextra -Werror -Wshadow -Wconversion -Wsign-conversion'
/** msvcrt's printf is enough; mingw's own would double the library. */
const C = `-std=c99 -Wstrict-prototypes -D__USE_MINGW_ANSI_STDIO=0`
/** Windows XP, for the callers' sake. The daemon needs what node.exe needs. */
const XP = '-D_WIN32_WINNT=0x0501'
const NEWER = '-D_WIN32_WINNT=0x0A00'
/** The same sources make the same bytes, at any time and in any folder. */
const LINK =
  '-static -static-libgcc -s -Wl,--no-insert-timestamp ' +
  '-Wl,--disable-auto-image-base'
const ADDON =
  '-std=c++17 -DNAPI_VERSION=8 -DNODE_ADDON_API_CPP_EXCEPTIONS ' +
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS -DBUILDING_NODE_EXTENSION'

const LIBRARY = sources(
  'shim.c sentence.c wire.c charset.c transport_win.c start_win.c ' +
    'owner_win.c',
)
const BRIDGE = sources(
  'bridge.cc frames.cc peer.cc pty.cc pipe.cc evdev.cc callers.cc local.cc',
)
const SM2 = sources('sm2.cc verifier.cc multiples.cc openssl.cc')
const SERVICE = sources(
  'service/service.c service/daemon.c service/setup.c service/events.c ' +
    'service/folder.c service/paths.c wire.c owner_win.c',
)
const SHARED = sources('wire.c charset.c owner_win.c')

/** The tools by the package that has them. */
export function compilers({ triple }) {
  const family = triple.replace('_', '-').replace('-w64-mingw32', '')
  return {
    [`${triple}-gcc`]: `gcc-mingw-w64-${family}-win32`,
    [`${triple}-g++-posix`]: `g++-mingw-w64-${family}-posix`,
  }
}

/** NationECCode.dll as `file`. */
export function compileLibrary(target, file) {
  const flags = words(`${WARNINGS} ${C} ${XP} -Os -shared ${LINK}`)
  const inputs = [...LIBRARY, target.exports]
  run(`${target.triple}-gcc`, [
    ...flags,
    '-o',
    file,
    ...inputs,
    '-lole32',
    '-ladvapi32',
  ])
}

/** pos.exe, or another program of one file. */
export function compileProgram(target, source, file) {
  const flags = words(`${WARNINGS} ${C} ${XP} -O2 ${LINK}`)
  run(`${target.triple}-gcc`, [...flags, '-o', file, source])
}

/** nationec-service.exe, which has no console, as `file`. */
export function compileService(target, file) {
  const flags = words(`${WARNINGS} ${C} ${NEWER} -O2 -mwindows ${LINK}`)
  run(`${target.triple}-gcc`, [...flags, '-o', file, ...SERVICE])
}

/** nationec.node and sm2.node in `folder`, for the node.exe at `node`. */
export function compileAddons(target, node, folder) {
  const objects = join(folder, 'objects')
  mkdirSync(objects, { recursive: true })
  const library = importLibrary(target, node, objects)
  const shared = SHARED.map(source => compileC(target, source, objects))
  const link = (name, inputs) => {
    const compiler = `${target.triple}-g++-posix`
    const flags = words(`${WARNINGS} ${NEWER} ${ADDON} -O2 -shared ${LINK}`)
    const file = join(folder, name)
    run(compiler, [
      ...flags,
      '-static-libstdc++',
      ...includes(),
      '-o',
      file,
      ...inputs,
      library,
      '-ladvapi32',
    ])
  }
  link('nationec.node', [...BRIDGE, ...shared])
  link('sm2.node', SM2)
}

function compileC({ triple }, source, folder) {
  const file = join(folder, `${basename(source)}.o`)
  const flags = words(`${WARNINGS} ${C} ${NEWER} -O2 -c`)
  run(`${triple}-gcc`, [...flags, '-o', file, source])
  return file
}

/** Everything that node.exe exports, OpenSSL's and libuv's functions too. */
function importLibrary({ triple }, node, folder) {
  const tables = run(`${triple}-objdump`, ['-p', node])
  const names = [...tables.matchAll(/^\t\[ *\d+\] (\w+)\r?$/gm)]
  const definition = join(folder, 'node.def')
  const lines = names.map(([, name]) => `  ${name}`)
  writeFileSync(definition, `EXPORTS\n${lines.join('\n')}\n`)
  const library = join(folder, 'libnode.a')
  run(`${triple}-dlltool`, ['-d', definition, '-D', 'node.exe', '-l', library])
  return library
}

/** As system headers: their warnings are not ours. */
function includes() {
  const require = createRequire(import.meta.url)
  const wrapper = dirname(require.resolve('node-addon-api/napi.h'))
  return ['-isystem', headers(), '-isystem', wrapper]
}

/** Node-API and OpenSSL look the same in every Node of our range. */
function headers() {
  const candidates = [
    process.env.npm_config_nodedir,
    dirname(dirname(process.execPath)),
    process.config.variables.node_prefix,
  ]
  const folders = candidates
    .filter(Boolean)
    .map(folder => join(folder, 'include/node'))
  const found = folders.find(folder => existsSync(join(folder, 'node_api.h')))
  if (found) return found
  throw new Error(`node_api.h: not found in ${folders.join(', ')}`)
}

function sources(names) {
  return words(names).map(name => join('native', name))
}

function words(line) {
  return line.split(' ')
}
