/**
 * The events of the running sandbox, as they come.
 * @module
 */
import { createInterface } from 'node:readline'
import { directingHeaders } from '../sandbox-client.js'
import { type DirectingOptions, withSandbox } from './sandbox-client.js'

/** One event; its data is JSON of whoever sent it. */
export interface SeenEvent {
  type: string
  data: unknown
}

/** Calls `see` for each event, until the sandbox ends. */
export async function followEvents(
  { space }: DirectingOptions,
  see: (event: SeenEvent) => void,
): Promise<void> {
  const { request } = await import('undici')
  await withSandbox(async (url, dispatcher) => {
    const headers = directingHeaders(space)
    const { body } = await request(`${url}/sandbox/events`, {
      ...{ dispatcher, headers },
    })
    let type = ''
    // Its end is an error where the sandbox was stopped.
    body.on('error', () => {})
    for await (const line of createInterface({ input: body })) {
      const [, field, value = ''] = /^(event|data): (.*)$/.exec(line) ?? []
      if (field === 'event') type = value
      if (field === 'data') see({ type, data: JSON.parse(value) })
    }
  })
}
