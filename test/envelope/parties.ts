/**
 * An institution and a platform that know each other. The application is the
 * sample of the specification; the keys are made for each run.
 * @module
 */
import type { Party } from '../../src/envelope/agreement.js'
import { generateKey } from '../../src/gm/keys.js'

export const APP = {
  appId: '43AF047BBA47FC8A1AE8EFB232BDBBCB',
  appSecret: '4117E877F5FA0A0188891283E4B617D5',
}

export const terminalKey = generateKey()
export const platformKey = generateKey()

export const terminal: Party = {
  ...APP,
  privateKey: terminalKey,
  publicKey: { point: platformKey.point },
}

export const platform: Party = {
  ...APP,
  privateKey: platformKey,
  publicKey: { point: terminalKey.point },
}

/** 2020-02-07 17:57:59 in China. */
export const NOW = Date.UTC(2020, 1, 7, 9, 57, 59)

export const message = {
  orgId: 'P99000000001',
  transType: 'ec.query',
  data: {
    userName: '收费员甲',
    businessType: '01101',
    count: 0,
    flag: true,
    blank: '',
    list: [],
    nested: { b: null, a: ['', { k: '值', d: {} }] },
  },
  extra: { note: '不签' },
}
