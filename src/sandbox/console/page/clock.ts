/**
 * The sandbox's time in the browser: it stands, jumps and runs with the
 * sandbox's clock, so that a count-down ends when the sandbox says so.
 * @module
 */
import { ask } from './api.js'
import { on, onAnew } from './live.js'
import { attempt } from './notice.js'
import type { ClockState } from './types.js'

let state: ClockState = { now: Date.now(), frozen: false }
/** performance.now when `state` was true; this machine's date may jump. */
let heardAt = performance.now()

const listeners = new Set<(state: ClockState) => void>()

/** Milliseconds since 1970. */
export function sandboxNow(): number {
  return state.frozen ? state.now : state.now + performance.now() - heardAt
}

/** Calls `listener` with the state now, once it is known, and on changes. */
export function onClock(listener: (state: ClockState) => void): void {
  listeners.add(listener)
}

/** Notes what the sandbox has said. */
export function hearClock(said: ClockState): void {
  state = said
  heardAt = performance.now()
  for (const listener of listeners) listener(said)
}

function learn() {
  return attempt(async () =>
    hearClock(await ask<ClockState>('GET', '/sandbox/clock')),
  )
}

on('clock', hearClock)
onAnew(learn)
