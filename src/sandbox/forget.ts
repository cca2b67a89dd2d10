/**
 * Keeps what the books remember within bounds.
 * @module
 */

/**
 * Deletes what was issued before `time`. A map keeps the order of issue, so
 * the oldest are the first and the search ends at the first young one.
 */
export function forgetBefore(
  entries: Map<string, { issuedAt: number }>,
  time: number,
): void {
  for (const [key, { issuedAt }] of entries) {
    if (issuedAt >= time) return
    entries.delete(key)
  }
}
