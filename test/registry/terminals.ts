/**
 * Terminals for tests, and a registry that ends with its test.
 * @module
 */
import type { Test } from 'tap'
import type { TerminalApplication } from '../../src/dictionary/terminal-fields.js'
import {
  openRegistry,
  type Registry,
  type RegistryOptions,
} from '../../src/registry/registry.js'
import { openStore } from '../../src/store/store.js'

/** The `number`th terminal of many; each has a MAC of its own. */
export function application(
  number = 1,
  changes: Partial<TerminalApplication> = {},
): TerminalApplication {
  const tail = number.toString(16).padStart(6, '0')
  return {
    name: '挂号自助终端',
    purpose: '用于患者自助进行挂号等操作',
    version: '1.2',
    institution: '某某医院',
    developer: '某某开发有限公司',
    mac: `f8:34:41:${tail.match(/../g)?.join(':')}`,
    type: 'self-service',
    orgId: 'H99000000001',
    ...changes,
  }
}

export const OPERATOR = '李操作员'

export async function registryAt(
  t: Test,
  address: string,
  options?: RegistryOptions,
): Promise<Registry> {
  const store = await openStore(address)
  t.teardown(() => store.close())
  return openRegistry(store, options)
}

/** Registers the `number`th terminal; returns its 终端备案号. */
export async function registered(
  registry: Registry,
  number = 1,
  changes: Partial<TerminalApplication> = {},
): Promise<string> {
  const asked = application(number, changes)
  const { terminal } = await registry.apply(asked, `key-${asked.mac}-${number}`)
  const { receipt } = terminal
  const approved = await registry.takeStep(OPERATOR, receipt, 'approve')
  return approved.filingNumber ?? ''
}
