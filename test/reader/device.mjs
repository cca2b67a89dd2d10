/**
 * A maker's program as tests need it: `node device.mjs WHAT [TEXT]`.
 * @module
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import process from 'node:process'

const [, , what, given] = process.argv

/** Longer than any test takes. */
const LONG_MS = 60_000

const WHAT = {
  /** Prints TEXT and ends. */
  print: () => process.stdout.write(given),
  /** The same in GB18030, given as hexadecimal. */
  bytes: () => process.stdout.write(Buffer.from(given, 'hex')),
  fail: () => {
    process.stdout.write('{"face":"half')
    process.stderr.write('the secret of somebody')
    process.exitCode = Number(given)
  },
  flood: () => setInterval(() => process.stdout.write('x'.repeat(9999)), 1),
  wait,
  /** Does not end when it is asked to; its pid goes to the file TEXT. */
  stubborn: () => {
    process.on('SIGTERM', () => {})
    wait()
  },
  /** Leaves the work to a helper, as scripts do. */
  helper: () => {
    const script = `setTimeout(() => {}, ${LONG_MS})`
    const { pid } = spawn(process.execPath, ['-e', script], {
      stdio: 'inherit',
    })
    writeFileSync(given, String(pid))
    wait()
  },
}

function wait() {
  setTimeout(() => {}, LONG_MS)
  if (what !== 'helper' && given) writeFileSync(given, String(process.pid))
}

WHAT[what]()
