/**
 * The 医保电子凭证 of a person, as the platforms keep and exchange it.
 * @module
 */
import { hash } from 'node:crypto'
import { z } from 'zod'
import { ID_CARD } from '../../dictionary/id-types.js'
import { primitives } from '../../gm/primitives.js'
import { sm4Encrypt } from '../../gm/sm4.js'
import { WALLET } from './channels.js'
import { type Person, poolingAreas } from './people.js'

export const credential = z.object({
  userName: z.string(),
  /** Table C.2. */
  idType: z.string(),
  idNo: z.string(),
  /** 统筹区: where the person is insured, six digits each (GB/T 2260). */
  insured: z.array(z.string()),
  /** Only what was activated can be used (XJ-D01-2019, 4.2). */
  active: z.boolean(),
  /** 个人渠道授权码, by the channel that it was given to. */
  authorisations: z.record(z.string(), z.string()),
})
export type Credential = z.infer<typeof credential>

/** Of who a platform speaks, without what it remembers of them. */
export type Identity = Pick<Credential, 'userName' | 'idType' | 'idNo'>

/**
 * What every platform that knows `person` has on the first day: activated
 * through the official application and, in a wallet, authorised; nothing for
 * those who are here to be activated.
 */
export function firstCredential(person: Person): Credential {
  const { userName, idNo, newcomer } = person
  const code = hash('sha256', `${idNo} ${WALLET}`)
  return {
    ...{ userName, idType: ID_CARD, idNo },
    insured: poolingAreas(person),
    active: !newcomer,
    authorisations: newcomer ? {} : { [WALLET]: code.slice(0, 32) },
  }
}

/**
 * The key of {@link credentialNumber}: the same everywhere, or a person would
 * have another number in each sandbox. Nothing is secret in a sandbox.
 */
const NUMBER_KEY = Buffer.from('nationec sandbox')

/**
 * The 64 characters of XJ-D01-2019, 4.1, which names only what goes in and
 * SM4 and SM3. Ours: SM3, as upper-case hex, over SM4-ECB with PKCS7 of
 * `idType|idNo|userName` in UTF-8.
 */
export function credentialNumber({ idType, idNo, userName }: Identity): string {
  const text = [idType, idNo, userName].join('|')
  const hidden = sm4Encrypt(NUMBER_KEY, Buffer.from(text))
  return primitives.sm3(hidden).toString('hex').toUpperCase()
}
