/**
 * The line from this machine to the registry of terminals.
 * @module
 */
import type { Config } from './config/schema.js'
import { connectionsTo } from './platform/trust.js'
import { readEndpoint, registryFolder } from './sandbox-endpoint.js'
import {
  createRegistryClient,
  type RegistryClient,
} from './terminal/registry-client.js'
import type { Waiting } from './terminal/retry.js'
import { systemLocale } from './texts/index.js'

/** How long a technician waits for its word. */
export const LOOK_MS = 5000

/** Where the registry is, and its certificate's fingerprint where known. */
export interface RegistryAddress {
  url: string
  pin: string
}

export interface LineOptions {
  /** How long the line may be used, in ms. */
  deadlineMs: number
  /** Waits for a registry that does not listen yet, too. */
  isPatient?: boolean
  /** Told of each attempt that failed. */
  onWaiting?: (waiting: Waiting) => void
  /** An operator's, where what is asked wants one. */
  token?: string | undefined
}

/**
 * The registry that the configuration names, else one that runs on this
 * machine, by itself or in a sandbox; undefined where there is none.
 */
export function registryAddress({
  registry,
}: Config): RegistryAddress | undefined {
  if (registry.url) return registry
  const own = readEndpoint(registryFolder()) ?? readEndpoint()
  return own && { url: own.url, pin: own.fingerprint }
}

/** Passes a client for the registry at `address` to `use`. */
export async function withRegistry<Result>(
  { url, pin }: RegistryAddress,
  { deadlineMs, ...options }: LineOptions,
  use: (client: RegistryClient) => Promise<Result>,
): Promise<Result> {
  const dispatcher = connectionsTo({ url, pin, caFile: '' })
  const signal = AbortSignal.timeout(deadlineMs)
  const locale = systemLocale()
  const shared = { url, dispatcher, signal, locale }
  try {
    return await use(createRegistryClient({ ...shared, ...options }))
  } finally {
    await dispatcher.destroy()
  }
}
