/**
 * What went wrong between this terminal and a platform, as a Failure.
 * @module
 */
import { Failure, type FailureSymbol } from '../failure.js'
import { PROXY_REFUSED } from './proxy.js'
import { ANSWER_BYTES_MAX, PIN_MISMATCH } from './trust.js'

/** The failure that `error` of a request to `origin` is. */
export function failureOf(error: unknown, origin: string): Failure {
  if (error instanceof Failure) return error
  const reason = codeOf(error)
  const symbol = KINDS.find(([, codes]) => codes.test(reason))?.[0]
  const facts = { origin, reason, limit: ANSWER_BYTES_MAX }
  return new Failure(symbol ?? 'platform-unreachable', facts, { cause: error })
}

/** Names that undici, Node and OpenSSL give; the first that fits counts. */
const KINDS: readonly [FailureSymbol, RegExp][] = [
  ['platform-too-long', /^UND_ERR_RES_EXCEEDED_MAX_SIZE$/],
  [
    'platform-cut',
    /^(UND_ERR_(SOCKET|RES_CONTENT_LENGTH_MISMATCH|ABORTED)|ECONNRESET|EPIPE)$/,
  ],
  ['platform-no-address', /^(ENOTFOUND|EAI_|ENODATA)/],
  ['proxy-refused', new RegExp(`^${PROXY_REFUSED}$`)],
  [
    'platform-wants-certificate',
    /ALERT_(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|CERTIFICATE_)/,
  ],
  [
    'platform-no-tls',
    /WRONG_VERSION|UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|HANDSHAKE_FAILURE|PACKET_LENGTH/,
  ],
  [
    'platform-untrusted',
    new RegExp(
      `^(${PIN_MISMATCH}|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)`,
    ),
  ],
]

function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown }
  return String(code ?? name ?? 'unknown')
}
