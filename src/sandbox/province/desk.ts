/**
 * Where the nation reaches a province.
 * @module
 */
import { done } from '../answers.js'
import type { ProvinceDesk } from '../network.js'
import type { Platform } from '../platform.js'
import { doBusiness, note } from './business.js'
import { checkOwnToken } from './check-token.js'
import { decode } from './decode.js'
import { settle } from './settle.js'

/** The desk of `platform`. */
export function provinceDesk(platform: Platform): ProvinceDesk {
  return {
    async receiveCredential(credential) {
      platform.credentials.set(credential.idNo, credential)
      return done(null)
    },
    async receiveChannel(channel) {
      platform.channels.set(channel.id, channel)
      return done(null)
    },
    decodeCode: ({ code }, trail) => decode({ ...platform, trail }, code),
    doBusiness: (business, trail) =>
      doBusiness({ ...platform, trail }, business),
    async receiveBusiness(business) {
      note(platform, business, 'told')
      return done(null)
    },
    checkToken: async (claim, trail) =>
      done(await checkOwnToken({ ...platform, trail }, claim)),
    settle: async settlement => settle(platform, settlement),
  }
}
