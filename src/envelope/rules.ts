/**
 * The two ways in which the field turns an envelope into the text to sign.
 * A: institutions (the specification of mobile payment; Shanxi v1.3.35;
 * national V2.2.5). B: the web client of the national platform.
 * @module
 */

export const DIALECT_NAMES = ['A', 'B'] as const
export type Dialect = (typeof DIALECT_NAMES)[number]

/**
 * `members` reaches the envelope's own members, `first` also those of an
 * object in it and of the objects in a list there, `all` every depth.
 */
export type Depth = 'none' | 'members' | 'first' | 'all'

export interface Rules {
  /** Where null, "" and [] are left out; with `all`, {} too. */
  prune: Exclude<Depth, 'members'>
  /** Where keys are put in ASCII order. */
  sort: Depth
  /** Whether numbers and booleans on the first level become text. */
  scalarsAsText: boolean
  /** Whether what is not ASCII is written \uXXXX. */
  escape: boolean
  /** What stands behind commas and colons: nothing, or a blank. */
  gap: '' | ' '
  /** Members of the envelope that are not signed. */
  unsigned: readonly string[]
  /** The member that names the application. */
  idMember: 'appId' | 'appCode'
  /** Whether the encrypted text is the data as they are, ASCII only. */
  encryptAsIs: boolean
}

const common = {
  escape: false,
  gap: '',
  unsigned: ['signData', 'encData', 'extra'],
} as const

export const DIALECTS: Readonly<Record<Dialect, Rules>> = {
  A: {
    ...common,
    prune: 'all',
    sort: 'all',
    scalarsAsText: false,
    idMember: 'appId',
    encryptAsIs: false,
  },
  B: {
    ...common,
    prune: 'first',
    sort: 'first',
    scalarsAsText: true,
    idMember: 'appCode',
    encryptAsIs: true,
  },
}
