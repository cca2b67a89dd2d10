/**
 * Whose keys a request is opened and judged with: those of the province whose
 * address it is, or, below /channel/…, those of the channel whose APPID it
 * has.
 * @module
 */
import { type Keys, type KeysOf, pathOf } from './control/facts.js'
import { channelOfApp } from './nation/channel-centre.js'
import type { ProvinceKeys } from './province-keys.js'
import { HOME, provinces } from './provinces.js'

/** What stands in front of it may name the province. */
const ADDRESS = /^(?:.*\/province\/(\d{2}))?\/(channel\/)?/

/** The keys for each request, those of provinces from `all`. */
export function whoseKeys({ keysOf }: ProvinceKeys): KeysOf {
  return ({ url, body, space }) => {
    const [, digits = HOME, channel] = ADDRESS.exec(pathOf(url)) ?? []
    const appId = String(body.appId ?? body.appCode ?? '')
    if (channel) return channelKeys(space.platforms.nation, appId)
    const named = provinces.find(
      ({ digits }) => keysOf(digits).party.appId === appId,
    )
    const asked = provinces.find(province => province.digits === digits)
    const province = named ?? asked
    return province && provinceKeys(province)
  }

  /** Whoever names another province has used its keys, and is told so. */
  function provinceKeys({ digits, name }: (typeof provinces)[number]): Keys {
    const { party } = keysOf(digits)
    return { party, whose: { kind: 'province', name, appId: party.appId } }
  }
}

function channelKeys(
  nation: Parameters<typeof channelOfApp>[0],
  named: string,
): Keys | undefined {
  const found = channelOfApp(nation, named)
  if (!found) return undefined
  const { channel, secrets } = found
  const { appId, secret: appSecret } = secrets
  return {
    party: { appId, appSecret },
    whose: { kind: 'channel', name: channel.name, appId },
  }
}
