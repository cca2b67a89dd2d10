/**
 * The platforms that the configuration allows.
 * @module
 */
import type { Config, PlatformConfig } from '../config/schema.js'
import { readEndpoint } from '../sandbox-endpoint.js'
import type { AllowedPlatform } from './targets.js'

/** Those of `config`; then this machine's sandbox, while it runs. */
export function* allowedPlatforms(config: Config): Iterable<AllowedPlatform> {
  for (const platform of config.platforms) yield allowed(platform)
  const sandbox = readEndpoint()
  if (!sandbox) return
  yield { url: sandbox.url, pin: sandbox.fingerprint, caFile: '' }
}

function allowed(platform: PlatformConfig): AllowedPlatform {
  const { url, pin, envelope: form, dialect, sign, version } = platform
  const settings = {
    ...{ dialect, sign, version },
    appId: platform.app_id,
    appSecretFile: platform.app_secret_file,
    privateKeyFile: platform.private_key_file,
    publicKeyFile: platform.public_key_file,
  }
  return {
    ...{ url, pin, caFile: platform.ca_file },
    clientCertFile: platform.client_cert_file,
    clientKeyFile: platform.client_key_file,
    proxy: platform.proxy,
    ...(form !== 'plain' && { envelope: { ...settings, form } }),
  }
}
