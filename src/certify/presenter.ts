/**
 * Who holds a code before the scanner: an emulated gun, or a person.
 * @module
 */
import QRCode from 'qrcode'
import { plugDevice } from '../scanner/emulators/device.js'
import { MODELS, type ModelName } from '../scanner/emulators/index.js'
import { text } from '../texts/index.js'
import type { Shown } from './seen.js'

/** What a call that has begun reads. */
export interface Presenter {
  /**
   * Shows the codes one after the other to the calls that now begin. What is
   * returned takes back those that nobody read.
   */
  present(codes: readonly Shown[]): () => void
  close(): void
}

/** A device without a trigger is not seen to wait; libraries are quicker. */
const BEFORE_SHOW_MS = 1000
/** How often the device is asked whether it was triggered. */
const POLL_MS = 10

/** A gun whose library says itself when it waits for a code. */
export interface ToldPresenter extends Presenter {
  /** The serial port to configure. */
  readonly path: string
  /** A call waits for a code now. */
  armed(): void
}

/** Plugs a gun of `model` in; not on Windows. */
export function plugToldGun(model: ModelName): ToldPresenter {
  const device = plugDevice(MODELS[model].family)
  let waiting: Shown[] = []
  return {
    path: device.path,
    armed() {
      const next = waiting.shift()
      if (next) void device.show(next.code)
    },
    present(codes) {
      waiting = [...codes]
      return () => {
        waiting = []
      }
    },
    close: () => device.unplug(),
  }
}

/**
 * Plugs a gun of `model` in at `link`, for a library that tells nobody when it
 * waits: its trigger tells, or else the time since the call began.
 */
export function plugGunAt(link: string, model: ModelName): Presenter {
  const { family } = MODELS[model]
  const device = plugDevice(family, {}, link)
  const triggers = () =>
    device.heard.filter(command => command === 'trigger').length

  function present(codes: readonly Shown[]) {
    const waiting = [...codes]
    const showNext = () => {
      const next = waiting.shift()
      if (next) void device.show(next.code)
    }
    if (!('trigger' in family.commands)) {
      const timer = setInterval(showNext, BEFORE_SHOW_MS)
      return () => clearInterval(timer)
    }
    let seen = triggers()
    const timer = setInterval(() => {
      for (; seen < triggers(); seen++) showNext()
    }, POLL_MS)
    return () => clearInterval(timer)
  }

  return { present, close: () => device.unplug() }
}

/**
 * A person at the counter, who is shown each code as a picture by `say`, or is
 * asked for one of a phone where the code is not ours.
 */
export function askPerson(say: (text: string) => void): Presenter {
  let warned = false
  return {
    present(codes) {
      if (codes.length === 0 && !warned) {
        warned = true
        say(text('certify.person.nothing'))
      }
      for (const { code } of codes) {
        say(text(code ? 'certify.person.scan' : 'certify.person.phone'))
        if (code) draw(code, say)
      }
      return () => {}
    },
    close() {},
  }
}

function draw(code: string, say: (text: string) => void): void {
  QRCode.toString(code, { type: 'terminal', small: true }, (error, picture) =>
    say(error ? code : picture),
  )
}
