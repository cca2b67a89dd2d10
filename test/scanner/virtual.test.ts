import {
  closeSync,
  constants,
  openSync,
  readlinkSync,
  readSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import {
  plugVirtualScanner,
  type VirtualScanner,
} from '../../src/scanner/virtual.js'

/** What has arrived at the line, up to now. */
function readAll({ path }: VirtualScanner, fd: number): string {
  const bytes = Buffer.alloc(65536)
  try {
    return bytes.toString('utf8', 0, readSync(fd, bytes))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') return ''
    throw new Error(`${path}: ${code}`)
  }
}

function openLine({ path }: VirtualScanner): number {
  return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
}

t.test('a scan arrives with its line end', async t => {
  const scanner = plugVirtualScanner()
  const line = openLine(scanner)
  await scanner.scan('张')
  t.equal(readAll(scanner, line), '张\r')
  await scanner.scan(Buffer.from('x'), '\r\n')
  t.equal(readAll(scanner, line), 'x\r\n')
  closeSync(line)
  scanner.unplug()
})

t.test('a scan longer than the line’s buffer waits for its reader', async t => {
  const scanner = plugVirtualScanner()
  const line = openLine(scanner)
  const code = '0123456789'.repeat(5000)
  let done = false
  const scanned = scanner.scan(code).then(() => {
    done = true
  })
  await sleep(20)
  t.notOk(done, 'nobody has read yet')
  let read = ''
  while (read.length <= code.length) {
    read += readAll(scanner, line)
    await sleep(1)
  }
  await scanned
  t.equal(read, `${code}\r`)
  closeSync(line)
  scanner.unplug()
})

t.test('unplugging ends a scan that nobody reads', async t => {
  const scanner = plugVirtualScanner()
  const scanned = scanner.scan('x'.repeat(100_000))
  await sleep(5)
  scanner.unplug()
  scanner.unplug()
  await scanned
  t.throws(() => openLine(scanner), { code: /ENOENT|EIO|ENXIO/ })
})

t.test('two guns do not hear each other', async t => {
  const one = plugVirtualScanner()
  const other = plugVirtualScanner()
  t.not(one.path, other.path)
  const line = openLine(other)
  await one.scan('for one')
  t.equal(readAll(other, line), '')
  closeSync(line)
  for (const scanner of [one, other]) scanner.unplug()
})

t.test('a link that a killed one has left is replaced, no other', async t => {
  const path = join(t.testdir(), 'gun')
  symlinkSync('/dev/pts/999999', path)
  const scanner = plugVirtualScanner(path)
  t.match(readlinkSync(path), /^\/dev\/pts\/\d{1,5}$/)
  t.throws(() => plugVirtualScanner(path), { code: 'EEXIST' }, 'one in use')
  scanner.unplug()
  symlinkSync('/dev/nationec-none', path)
  t.throws(() => plugVirtualScanner(path), { code: 'EEXIST' }, 'not ours')
  t.equal(readlinkSync(path), '/dev/nationec-none')
})
