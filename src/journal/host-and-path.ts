/** More than any real strUrl has; the rest would only fill the journal. */
const SHOWN_MAX = 200

/**
 * What of a strUrl may be written in clear: host and path, without user,
 * password, query and fragment, also where it is no URL at all. Everything
 * before the last @ goes, since a password may hold a slash.
 */
export function hostAndPath(strUrl: string): string {
  const bare = strUrl
    .replace(/[?#].*$/s, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^.*@/s, '')
  return bare.slice(0, SHOWN_MAX)
}
