/**
 * Where a sandbox keeps what it remembers: files in its folder, and the
 * database that it may share with other sandboxes.
 * @module
 */
import { join } from 'node:path'
import { type OneTime, openOneTime } from '../store/one-time.js'
import { openStore, type Store } from '../store/store.js'
import { openStateFile, type StateFile } from './books/state.js'
import { COMMON_SPACE } from './control/spaces.js'

/** The platforms' books. */
const STATE_FILE = 'platforms.db'

/** What they have given out, unless that is shared. */
const ONE_TIME_FILE = 'one-time.db'

/** Which terminals are registered, unless that is shared. */
const REGISTRY_FILE = 'registry.db'

export interface Memory {
  readonly file: StateFile
  /** Of the registry. */
  readonly registry: Store
  /**
   * What the space called `name` has given out. That of the common space is
   * shared with whoever has the same database; others are this process's own.
   */
  openOneTime(name: string): OneTime
  /** Whether others may have given out what that is about. */
  isShared(name: string): boolean
  close(): Promise<void>
}

/** The memory in `folder` and, where one is given, in `database`. */
export async function openMemory(
  folder: string,
  database: string | undefined,
): Promise<Memory> {
  const opened: { close(): Promise<void> | void }[] = []
  const close = async () => {
    for (const one of opened.splice(0)) await one.close()
  }
  try {
    const file = openStateFile(join(folder, STATE_FILE))
    opened.push(file)
    const kept = await openStore(join(folder, ONE_TIME_FILE))
    opened.push(kept)
    const registry = await openStore(database ?? join(folder, REGISTRY_FILE))
    opened.push(registry)
    const own = await openOneTime(kept)
    const common = database === undefined ? own : await openOneTime(registry)
    return {
      ...{ file, registry, close },
      openOneTime: name => (name === COMMON_SPACE ? common : own)(name),
      isShared: name => database !== undefined && name === COMMON_SPACE,
    }
  } catch (error) {
    await close()
    throw error
  }
}
