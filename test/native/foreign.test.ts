import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t, { type Test } from 'tap'
import { compile, compileLibrary, temporaryFolder } from './build.js'

/** What a program prints, whatever its exit code. */
interface Ended {
  code: number
  stdout: Buffer
}
/** What the stand-in for a daemon answers to an InData. */
type Answer = (indata: string) => string | Buffer

const PROGRAM_MS = 20_000
const NO_DAEMON = /^-1\n\{"code":-1,"message":".+","orgId":"","data":\{\}\}$/
const folder = temporaryFolder(t)
const socket = join(folder, 'nationec.sock')
const library = await compileLibrary(folder)
const [caller, stress] = await Promise.all([
  program('caller'),
  program('stress', '-pthread'),
])
const pos = await compile(join(folder, 'pos'), ['native/pos.c'])

t.test('caller writes the text and the bytes of OutData', async t => {
  await daemon(t, () => Buffer.from('{"message":"\xd6\xd0"}', 'latin1'))
  const { code, stdout } = await call(caller, '{}', '18')
  t.equal(code, 0)
  t.equal(stdout.toString('latin1'), '0000\n{"message":"\xd6\xd0"}')
})

t.test('caller is ended by a byte too many', async t => {
  await daemon(t, () => '{"message":"abcd"}')
  const ended: unknown = await call(caller, '{}', '18').catch(error => error)
  t.match(ended, { signal: 'SIGSEGV' })
})

t.test('caller ends with 1 for any other text', async t => {
  const { code, stdout } = await call(caller, '{}', '2048')
  t.equal(code, 1)
  t.match(stdout.toString(), NO_DAEMON)
})

t.test('pos prints both texts', async t => {
  await daemon(t, () => '{"code":0}')
  const file = join(folder, 'indata.json')
  writeFileSync(file, '{}')
  for (const indata of ['{}', `@${file}`]) {
    const { code, stdout } = await run(pos, [library, 'u', indata])
    t.equal(code, 0, indata)
    t.equal(stdout.toString(), '0000\n{"code":0}\n')
  }
})

t.test('pos ends with 1 for an error and 2 for wrong usage', async t => {
  const failed = await run(pos, [library, 'u', '{}'])
  t.equal(failed.code, 1)
  t.match(failed.stdout.toString().trim(), NO_DAEMON)
  t.equal((await run(pos, [library])).code, 2)
  t.equal((await run(pos, [`${folder}/none.so`, 'u', '{}'])).code, 2)
})

t.test('stress counts good replies', async t => {
  await daemon(t, indata => reply(0, indata))
  const { code, found } = await load('0.3')
  t.equal(code, 0)
  t.equal(found.ok, found.calls)
  t.match(found, { byCode: { 0: found.calls }, mixedUp: 0, lost: 0 })
})

t.test('stress sees a reply that is another caller’s', async t => {
  let last = 'H00000000099'
  await daemon(t, indata => {
    const answered = reply(0, last)
    last = indata
    return answered
  })
  const { code, found } = await load('0.3')
  t.equal(code, 1)
  t.ok(found.mixedUp > 0)
})

t.test('stress sees a text that contradicts the code', async t => {
  await daemon(t, indata => reply(-6, indata))
  const { code, found } = await load('0.3')
  t.equal(code, 1)
  t.equal(found.lost, found.calls)
})

t.test('stress counts errors by their code', async t => {
  const { code, found } = await load('0.1')
  t.equal(code, 0)
  t.match(found, { ok: 0, byCode: { '-1': found.calls }, lost: 0 })
})

function program(name: string, ...flags: string[]): Promise<string> {
  const sources = [`test/native/${name}.c`, 'test/native/foreign.c']
  return compile(join(folder, name), sources, flags)
}

async function load(seconds: string) {
  const template = '{"orgId":"ORGID_______"}'
  const { code, stdout } = await call(stress, template, '8', seconds)
  return { code, found: JSON.parse(stdout.toString()) }
}

function call(path: string, indata: string, ...rest: string[]): Promise<Ended> {
  const file = join(folder, 'indata.json')
  writeFileSync(file, indata)
  return run(path, [library, 'http://127.0.0.1/', file, ...rest])
}

async function run(path: string, parameters: string[]): Promise<Ended> {
  const env = { ...process.env, NATIONEC_SOCKET: socket }
  const options = { env, encoding: 'buffer', timeout: PROGRAM_MS } as const
  try {
    const { stdout } = await promisify(execFile)(path, parameters, options)
    return { code: 0, stdout }
  } catch (error) {
    const { code, stdout } = error as { code: unknown; stdout: Buffer }
    if (typeof code !== 'number') throw error
    return { code, stdout }
  }
}

function reply(code: number, indata: string): string {
  const orgId = /H\d{11}/.exec(indata)?.[0]
  return JSON.stringify({ code, message: '', orgId, data: {} })
}

/** Answers each CALL with "0000" and `answer`; it knows the frames itself. */
async function daemon(t: Test, answer: Answer): Promise<void> {
  const server = createServer(connection => {
    let bytes = Buffer.alloc(0)
    connection.on('error', () => {})
    connection.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      if (bytes.length < 20 || bytes.length < 16 + bytes.readUInt32LE(8)) return
      const indata = bytes.subarray(20 + bytes.readUInt32LE(16))
      send(connection, Buffer.from(answer(indata.toString())))
    })
  })
  await new Promise<void>(resolve => server.listen(socket, resolve))
  t.teardown(() => new Promise(resolve => server.close(resolve)))
}

function send(connection: Socket, outData: Buffer): void {
  const header = Buffer.from('NECT\x01\x01\x02\0....\0\0\0\0\x04\0\0\x000000')
  header.writeUInt32LE(8 + outData.length, 8)
  connection.end(Buffer.concat([header, outData]))
}
