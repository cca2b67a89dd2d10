/**
 * Times as people in China read them, whatever zone the machine is in.
 * @module
 */

const CHINA_MS = 8 * 3_600_000

/** `time`, in milliseconds since 1970, such as 2026-02-28 23:59:59.000. */
export function chinaTime(time: number): string {
  const local = new Date(time + CHINA_MS).toISOString()
  return local.slice(0, -1).replace('T', ' ')
}
