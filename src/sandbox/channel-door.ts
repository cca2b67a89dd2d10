/**
 * The addresses at which channels ask, each with what the feedback form of
 * Appendix D gave it: signed with its SECRET (signType SM3), and its data, if
 * it likes, under its 数字密钥. The steps are those of XJ-D01-2019, 6.1 and 6.2;
 * the standard prints no addresses, so these are ours.
 * @module
 */
import { z } from 'zod'
import { isObject } from '../envelope/json.js'
import { isEnvelope } from '../envelope/open.js'
import { type Answer, done, type Outcome, refused, success } from './answers.js'
import { check, required } from './check.js'
import { directed } from './control/exchange.js'
import { answerInKind } from './counter/in-kind.js'
import { activate, checkFace, checkName } from './nation/activate.js'
import { authorise, revoke } from './nation/authorise.js'
import { channelOfApp, type Feedback } from './nation/channel-centre.js'
import type { Nation } from './nation/nation.js'
import type { Platform } from './platform.js'
import { showCode } from './province/show-code.js'
import { HOME, prefixOf, provinces } from './provinces.js'
import type { SandboxServer } from './server.js'
import { unlessAway } from './store-away.js'

/** Who asks, and where the business is done. */
interface Asking {
  nation: Nation
  platform: Platform
  /** The channel's id. */
  channel: string
  place: string
}

type Step = (
  asking: Asking,
  data: unknown,
) => Promise<Outcome<object | null>> | Outcome<object | null>

/** `act` for data that are as `schema` has them. */
function step<Data>(
  schema: z.ZodType<Data>,
  act: (
    asking: Asking,
    data: Data,
  ) => Promise<Outcome<object | null>> | Outcome<object | null>,
): Step {
  return (asking, data) => {
    const checked = check(schema, data, asking.platform.trail)
    return checked.ok ? act(asking, checked.value) : checked
  }
}

const whose = z.object({ idNo: required })
const identity = whose.extend({ userName: required, idType: required })
const begun = z.object({ serial: required })
/** What is empty is left out of an envelope. */
const text = z.string().default('')

const steps: [string, Step][] = [
  [
    'checkName',
    step(identity, ({ nation, channel }, claim) =>
      checkName(nation, { ...claim, channel }),
    ),
  ],
  [
    'checkFace',
    step(begun.extend({ face: required }), ({ nation, channel }, data) =>
      checkFace(nation, { ...data, channel }),
    ),
  ],
  [
    'activate',
    step(
      begun.extend({ faceSerial: text, password: text }),
      ({ nation, channel, place }, data) =>
        activate(nation, { ...data, channel, place }),
    ),
  ],
  [
    'authorise',
    step(
      whose.extend({ password: z.string().optional() }),
      ({ nation, channel, place }, data) =>
        authorise(nation, { ...data, channel, place }),
    ),
  ],
  [
    'revoke',
    step(whose, ({ nation, channel, place }, data) =>
      revoke(nation, { ...data, channel, place }),
    ),
  ],
  [
    'showCode',
    step(
      whose.extend({ insuOrg: z.string().optional() }),
      ({ platform, channel }, data) => showCode(platform, { ...data, channel }),
    ),
  ],
]

/** Adds /channel/… for home, and behind each province's prefix. */
export function addChannelDoor(server: SandboxServer): void {
  for (const { digits } of provinces)
    for (const prefix of [prefixOf(digits), ...(digits === HOME ? [''] : [])])
      for (const [name, act] of steps)
        server.post(`${prefix}/channel/${name}`, request => {
          const { space, refusal, ...circumstances } = directed(request)
          const { trail } = circumstances
          const { platforms } = space
          const nation = { ...platforms.nation, trail }
          const platform = { ...platforms.province(digits), trail }
          const { body } = request
          if (refusal) return refusal
          const known = whoAsks(nation, body)
          if (!known.ok) return known.failure
          const { channel, secrets } = known.value
          const party = { appId: secrets.appId, appSecret: secrets.secret }
          const asking = {
            nation,
            platform,
            channel: channel.id,
            place: digits,
          }
          return answerInKind(body, party, circumstances, data =>
            unlessAway(async () => answerOf(await act(asking, data))),
          )
        })
}

/** The channel that was given the APPID; -4 unsigned, 500012 for no channel. */
function whoAsks(nation: Nation, body: unknown): Outcome<Required<Feedback>> {
  const { trail } = nation
  const sealed = isObject(body) && isEnvelope(body)
  trail.note({ clause: 'appendix D', rule: 'channel-envelope', ok: sealed })
  if (!sealed) return refused(-4, 'platforms.channel-envelope')
  const appId = String(body.appId)
  const known = channelOfApp(nation, appId)
  trail.note({
    ...{ clause: 'appendix D', rule: 'channel-app', ok: known !== undefined },
    found: known ? `${appId}, ${known.channel.id}` : appId,
  })
  return known ? done(known) : refused(500012)
}

function answerOf(outcome: Outcome<object | null>): Answer {
  return outcome.ok ? success(outcome.value ?? {}) : outcome.failure
}
