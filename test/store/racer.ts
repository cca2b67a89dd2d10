/**
 * A racer's own side: see race.ts.
 * @module
 */
import { createInterface } from 'node:readline'

/**
 * Opens each store that it is told of, and answers each
 * line with what `claim` says. `number` is the racer's.
 */
export async function race<Room>(
  open: (address: string) => Promise<Room>,
  claim: (room: Room, line: string, number: number) => Promise<string>,
): Promise<void> {
  const addresses = process.argv.slice(2, -1)
  const number = Number(process.argv.at(-1))
  const rooms = new Map<string, Room>()
  for (const address of addresses) rooms.set(address, await open(address))
  process.stdout.on('error', () => process.exit())
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin })) {
    const [address = '', wanted = ''] = line.split(' ')
    const room = rooms.get(address)
    const answer = room ? await claim(room, wanted, number) : 'no such store'
    process.stdout.write(`${answer}\n`)
  }
  process.exit()
}
