/**
 * Text inside XML and HTML.
 * @module
 */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** `text` for an element or an attribute in double quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replace(NO_XML, '\ufffd')
    .replace(/[&<>"]/g, character => ENTITIES[character] ?? '')
}

/** Control characters that XML 1.0 has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are the point
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
