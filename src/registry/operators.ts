/**
 * Who may act: operators, each with a token of his own. A token is shown once
 * and kept as a hash. Whoever can open the database makes the first one
 * (nationec registry operator add); there is none that everybody knows.
 * @module
 */
import { hash, randomBytes } from 'node:crypto'
import type { Context } from './context.js'
import { RegistryError } from './registry-error.js'

const TOKEN_BYTES = 32
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u

export interface Operator {
  name: string
  createdAt: number
}

/** A new operator's token. Rejects where the name is taken or none. */
export async function addOperator(
  { database, clock }: Context,
  name: string,
  random = randomBytes,
): Promise<string> {
  if (!NAME.test(name)) throw new RegistryError('operator-name')
  const token = random(TOKEN_BYTES).toString('base64url')
  const added = await database
    .insertInto('operator')
    .values({ name, token_hash: hashOf(token), created_at: clock() })
    .onConflict(conflict => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst()
  if (!added) throw new RegistryError('operator-exists', { name })
  return token
}

/**
 * Takes an operator's right away. What he did stays in the history, so nobody
 * else is given his name.
 */
export async function removeOperator(
  { database }: Context,
  name: string,
): Promise<void> {
  const removed = await database
    .updateTable('operator')
    .set({ token_hash: null })
    .where('name', '=', name)
    .where('token_hash', 'is not', null)
    .returning('name')
    .executeTakeFirst()
  if (!removed) throw new RegistryError('not-found', { id: name.slice(0, 40) })
}

/** Those who have the right. */
export async function listOperators({
  database,
}: Context): Promise<Operator[]> {
  const rows = await database
    .selectFrom('operator')
    .select(['name', 'created_at'])
    .where('token_hash', 'is not', null)
    .orderBy('name')
    .execute()
  return rows.map(({ name, created_at }) => ({ name, createdAt: created_at }))
}

/** Whose token it is; rejects where it is nobody's. */
export async function operatorOf(
  { database }: Context,
  token: string,
): Promise<string> {
  const row = await database
    .selectFrom('operator')
    .select('name')
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  if (!row) throw new RegistryError('unauthorised')
  return row.name
}

/** Of 256 bits by chance, which need no salt and no slow hash. */
function hashOf(token: string): string {
  return hash('sha256', token)
}
