/**
 * The sandbox's own certificate: made once, kept beside its key, so that
 * whoever pinned its fingerprint need not do so again.
 * @module
 */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from './platform.js'

/** The longest that clients accept of a certificate (825 days). */
export const CERTIFICATE_LIFE_MS = 825 * 24 * 3_600_000

/** Both in PEM. */
export interface Certificate {
  certificate: string
  key: string
  /** SHA-256, in the form of tls' peerCertificate.fingerprint256. */
  fingerprint: string
}

const CERTIFICATE_FILE = 'certificate.pem'
const KEY_FILE = 'key.pem'

/**
 * The certificate kept in `folder`; a new one where there is none, it has
 * expired, or it cannot be read.
 */
export async function loadCertificate(
  folder: string,
  clock: Clock,
): Promise<Certificate> {
  const kept = await readKept(folder)
  if (kept && isValid(kept, clock())) return withFingerprint(kept)
  const now = clock()
  const notAfter = now + CERTIFICATE_LIFE_MS
  const made = await makeCertificate({ notBefore: now, notAfter })
  await keep(folder, made)
  return withFingerprint(made)
}

export type Pair = Omit<Certificate, 'fingerprint'>

async function readKept(folder: string): Promise<Pair | undefined> {
  try {
    return {
      certificate: await readFile(join(folder, CERTIFICATE_FILE), 'utf8'),
      key: await readFile(join(folder, KEY_FILE), 'utf8'),
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isValid({ certificate, key }: Pair, now: number): boolean {
  try {
    const parsed = new X509Certificate(certificate)
    return (
      Date.parse(parsed.validFrom) <= now &&
      now < Date.parse(parsed.validTo) &&
      parsed.checkPrivateKey(createPrivateKey(key))
    )
  } catch {
    return false
  }
}

/** Whose a certificate is, and for how long. */
export interface Subject {
  /** Milliseconds since 1970. */
  notBefore: number
  notAfter: number
  /** Loopback where it is left out. */
  host?: string
}

/**
 * A new key and its certificate, which is its own authority. The library is
 * loaded here because a kept certificate does not need it.
 */
export async function makeCertificate({
  notBefore,
  notAfter,
  host,
}: Subject): Promise<Pair> {
  const { generate } = await import('selfsigned')
  const name = host ?? 'nationec sandbox'
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(notBefore),
    notAfterDate: new Date(notAfter),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: host ? [{ type: 2, value: host }] : LOOPBACK,
      },
    ],
  })
  return { certificate: made.cert, key: made.private }
}

const LOOPBACK = [
  { type: 2 as const, value: 'localhost' },
  { type: 7 as const, ip: '127.0.0.1' },
  { type: 7 as const, ip: '::1' },
]

async function keep(folder: string, pair: Pair): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await replace(join(folder, KEY_FILE), pair.key, 0o600)
  await replace(join(folder, CERTIFICATE_FILE), pair.certificate, 0o644)
}

/** Never half a file, and never a new key under an old file's mode. */
async function replace(path: string, text: string, mode: number) {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, text, { mode })
  await rename(draft, path)
}

/** `pair` with what it is known by. */
export function withFingerprint(pair: Pair): Certificate {
  const { fingerprint256 } = new X509Certificate(pair.certificate)
  return { ...pair, fingerprint: fingerprint256 }
}
