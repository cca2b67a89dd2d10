/**
 * The pages of the console. Each is one address, one script of the folder
 * `page`, and one entry of the menu; the last part of an address is for the
 * script to read.
 * @module
 */
import type { TextKey } from '../../texts/index.js'

export interface Page {
  /** As a route of the server has it. */
  readonly route: string
  /** The same with a part for one thing of many. */
  readonly detail?: string
  readonly title: TextKey
  /** What it loads beside the frame; a script runs after those before it. */
  readonly files: readonly string[]
}

/** In the order of the menu. */
export const PAGES: readonly Page[] = [
  {
    route: '/console/',
    title: 'console.start',
    files: ['start.css', 'start.js'],
  },
  {
    route: '/console/phone',
    detail: '/console/phone/:id',
    title: 'console.phone',
    files: ['phone.css', 'phone.js'],
  },
  {
    route: '/console/requests',
    detail: '/console/requests/:id',
    title: 'console.requests',
    files: ['requests.css', 'requests.js'],
  },
  {
    route: '/console/faults',
    title: 'console.faults',
    files: ['faults.css', 'faults.js'],
  },
  {
    route: '/console/channels',
    title: 'console.channels.all',
    files: ['channels.css', 'channels.js'],
  },
  {
    route: '/console/platforms',
    title: 'console.platforms',
    files: ['platforms.css', 'platforms.js'],
  },
  {
    route: '/console/terminals',
    title: 'console.terminals',
    files: ['terminals.js'],
  },
  {
    route: '/console/plot',
    title: 'console.plot',
    files: ['uPlot.min.css', 'plot.css', 'uPlot.iife.min.js', 'plot.js'],
  },
]
