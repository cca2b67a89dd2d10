/**
 * What may be done about a terminal that is not what it should be.
 * @module
 */

/** What to do about something that is not as it was, or as it should be. */
export const POLICIES = ['refuse', 'warn', 'accept'] as const
export type Policy = (typeof POLICIES)[number]
