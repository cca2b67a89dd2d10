/**
 * The ways on which the bytes of a call are carried there and back.
 * @module
 */
import { join } from 'node:path'
import { libraryPath } from '../../src/paths.js'
import { FRAMES, IN_DATA, STR_URL } from './payload.js'
import {
  type Core,
  measure,
  nodeCommand,
  type Span,
  type Started,
  start,
} from './processes.js'
import type { Program, Programs } from './programs.js'

/** What each is, in a line. */
export const PATHS = {
  floor: 'C to C, Unix socket, one caller after the other: the floor',
  'floor, threads': 'the same with a thread a connection, to serve many',
  'node net': "Node's net in the server, C in the client, nothing decoded",
  NationEcTrans: "this project: the library and the daemon's own bridge",
  'in-process': 'NationEcTrans on a thread of a process that serves itself',
  http: "Node's http over loopback, C in the client",
  'http, kept': 'the same over one connection that stays',
} as const
export type Path = keyof typeof PATHS

/** Where the server and the client run. */
export interface Mode {
  name: string
  server: Core
  client: Core
}

/** Runs a client with WARM, COUNT and PAUSE_MS. */
export type Client = (plan: string[]) => Promise<Span[]>

export interface Opened {
  clients: Record<Path, Client>
  close(): Promise<void>
}

/** Starts the servers of all paths. */
export async function openPaths(
  programs: Programs,
  mode: Mode,
): Promise<Opened> {
  const socket = (name: string) => join(programs.folder, `${mode.name} ${name}`)
  const bytes = [FRAMES.request.length, FRAMES.reply.length].map(String)
  const floor = programs.path('floor-server')
  const commands = [
    [floor, socket('one'), ...bytes, 'one'],
    [floor, socket('threads'), ...bytes, 'threads'],
    nodeCommand('net-server.js', socket('net')),
    nodeCommand('bridge-server.js', socket('bridge')),
    nodeCommand('http-server.js'),
  ]
  const servers: Started[] = []
  for (const command of commands) {
    servers.push(await start(command, mode.server))
  }
  const port = servers.at(-1)?.firstLine ?? ''

  const client =
    (program: Program, ...rest: string[]): Client =>
    plan =>
      measure([programs.path(program), ...plan, ...rest], mode.client, {
        NATIONEC_SOCKET: socket('bridge'),
      })
  const call = [libraryPath(), STR_URL, IN_DATA]
  const host = nodeCommand('in-process.js', programs.path('library-client.so'))
  return {
    clients: {
      floor: client('floor-client', socket('one'), ...bytes),
      'floor, threads': client('floor-client', socket('threads'), ...bytes),
      'node net': client('floor-client', socket('net'), ...bytes),
      NationEcTrans: client('library-client', ...call),
      'in-process': plan => measure([...host, ...plan, ...call], mode.client),
      http: client('http-client', port, IN_DATA, 'close'),
      'http, kept': client('http-client', port, IN_DATA, 'keep'),
    },
    close: async () => {
      await Promise.all(servers.map(server => server.stop()))
    },
  }
}
