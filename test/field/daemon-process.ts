/**
 * nationec daemon as a process of its own, as it runs in the field.
 * @module
 */
import { spawn } from 'node:child_process'
import { packagePath } from '../../src/paths.js'

/** Node starts in half a second, under coverage on a busy machine in some. */
const START_MS = 30_000
/** More than the daemon gives its callers to read their last reply. */
const STOP_MS = 5000

export interface DaemonProcess {
  pid: number
  /** What it logged so far. */
  log(): string
  /** Resolves when it has gone. */
  kill(signal: NodeJS.Signals): Promise<void>
  /** Sends it to sleep, or wakes it. */
  pause(): void
  resume(): void
  /** Ends it in whatever state it is. */
  stop(): Promise<void>
}

/**
 * Starts a daemon and resolves when it says that it is ready. `wrapper` is a
 * command that becomes the daemon, such as one that sets a limit first.
 */
export async function startDaemonProcess(
  environment: NodeJS.ProcessEnv,
  wrapper: readonly string[] = [],
): Promise<DaemonProcess> {
  const daemon = [process.execPath, packagePath('bin/nationec.js'), 'daemon']
  const [file = '', ...parameters] = [...wrapper, ...daemon]
  const child = spawn(file, parameters, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', bytes => {
    log += bytes
  })
  const ended = new Promise<void>(resolve => child.once('close', resolve))
  const orphan = () => child.kill('SIGKILL')
  process.once('exit', orphan)
  void ended.then(() => process.off('exit', orphan))
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(`the daemon did not start: ${log}`))
    const timer = setTimeout(fail, START_MS)
    child.once('close', fail)
    child.stdout.once('data', () => {
      clearTimeout(timer)
      resolve()
    })
  })
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    log: () => log,
    kill,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGCONT')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
      await kill('SIGTERM')
      clearTimeout(timer)
    },
  }
}
