/**
 * A worker that serves local calls; its handler does what workerData says.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads'
import { addon } from '../../src/addon.js'

const handlers: Record<string, () => void> = {
  silent: () => parentPort?.postMessage('delivered'),
  exit: () => process.exit(0),
  spin: () => {
    parentPort?.postMessage('delivered')
    for (;;);
  },
}

addon.serveLocalCalls(handlers[workerData] ?? (() => {}))
parentPort?.on('message', () => {})
parentPort?.postMessage('serving')
