/**
 * The activation of a credential, in the three steps of XJ-D01-2019, 6.1.3:
 * who somebody is, that it is really that person, and a password.
 * @module
 */
import { done, type Outcome, refused } from '../answers.js'
import { openChannel } from '../people/authorised.js'
import type { Credential, Identity } from '../people/credential.js'
import { byFace } from '../people/people.js'
import { authorisationCode } from './authorise.js'
import type { Nation } from './nation.js'
import { hidePassword, isFit } from './password.js'
import type { Procedure } from './procedure.js'
import { publish } from './publish.js'

/** So long that nobody guesses one. */
const SERIAL_BYTES = 16

/**
 * 实名认证: begins with who somebody claims to be, through `channel`. The
 * serial (经办流水号) is good for PROCEDURE_LIFE_MS. 500050 where the nation
 * does not know the number, 500028 where the name or type is not its own, and
 * as {@link openChannel} refuses.
 */
export async function checkName(
  nation: Nation,
  claim: Identity & { channel: string },
): Promise<Outcome<{ serial: string }>> {
  const { channel, idNo } = claim
  const open = openChannel(channel, nation)
  if (!open.ok) return open
  const known = nation.credentials.get(idNo)
  if (!known) return refused(500050)
  const right =
    known.userName === claim.userName && known.idType === claim.idType
  if (!right) return refused(500028, 'platforms.name')
  const serial = newSerial(nation)
  await nation.procedures.add(serial, { idNo, channel }, nation.clock())
  return done({ serial })
}

/** A step after the first, and through which channel it comes. */
export interface NextStep {
  serial: string
  channel: string
}

/**
 * 实人认证: compares `face` with the person. 500028 where it is another's; as
 * {@link underWay} refuses.
 */
export async function checkFace(
  nation: Nation,
  step: NextStep & { face: string },
): Promise<Outcome<{ faceSerial: string }>> {
  const begun = await underWay(nation, step)
  if (!begun.ok) return begun
  if (byFace(step.face)?.idNo !== begun.value.idNo)
    return refused(500028, 'platforms.face')
  const faceSerial = newSerial(nation)
  await nation.faces.add(faceSerial, step.serial, nation.clock())
  return done({ faceSerial })
}

/**
 * Sets the password, activates the credential, and gives the channel its
 * 个人渠道授权码; the provinces concerned, and the one with the digits
 * `place`, learn of it. 500037 where the face was not compared, 500042
 * without a password, -2 for one that is too plain.
 */
export async function activate(
  nation: Nation,
  step: NextStep & { faceSerial: string; password: string; place: string },
): Promise<Outcome<{ authorisation: string }>> {
  const begun = await underWay(nation, step)
  if (!begun.ok) return begun
  const { idNo, channel } = begun.value
  const face = await nation.faces.look(step.faceSerial, nation.clock())
  if (face.verdict !== 'ok' || face.meaning !== step.serial)
    return refused(500037)
  if (step.password === '') return refused(500042)
  if (!isFit(step.password)) return refused(-2, 'platforms.password')
  const credential = nation.credentials.get(idNo)
  if (!credential) return refused(500001)
  const used = await nation.procedures.consume(step.serial, nation.clock())
  if (used.verdict !== 'ok') return refused(500014)
  nation.passwords.set(idNo, hidePassword(step.password, nation.random))
  const authorisation = authorisationCode(nation)
  const activated: Credential = {
    ...credential,
    active: true,
    authorisations: { ...credential.authorisations, [channel]: authorisation },
  }
  await publish(nation, activated, step.place)
  return done({ authorisation })
}

/**
 * The procedure of `serial`: 500014 where there is none or it has ended,
 * 500051 where it took too long, 500059 where another channel began it.
 */
async function underWay(
  nation: Nation,
  { serial, channel }: NextStep,
): Promise<Outcome<Procedure>> {
  const begun = await nation.procedures.look(serial, nation.clock())
  if (begun.verdict === 'expired') return refused(500051)
  if (begun.verdict !== 'ok') return refused(500014)
  if (begun.meaning.channel !== channel) return refused(500059)
  return done(begun.meaning)
}

function newSerial({ random }: Nation): string {
  return random(SERIAL_BYTES).toString('hex')
}
