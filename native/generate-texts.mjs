/**
 * Writes native/texts.h, the sentences of src/texts/shim.ts in both charsets
 * of a caller: `node native/generate-texts.mjs [FILE]` after `tsc -p .`.
 * @module
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { shimTexts } from '../dist/src/texts/shim.js'

/** With the indentation and the quotes a line has 80 columns. */
const LINE_BYTES_MAX = 65
/** The whole reply must fit in the smallest buffer seen (1024, a sibling). */
const SENTENCE_BYTES_MAX = 512
/** In a sentence this is a text, each other {name} a number. */
const FILE = '{file}'

const target = fileURLToPath(new URL('texts.h', import.meta.url))
writeFileSync(process.argv[2] ?? target, header(Object.entries(shimTexts)))

function header(entries) {
  const names = entries.map(([key]) => `  ${enumName(key)}`)
  const sentences = entries.map(([key, texts]) => sentence(key, texts))
  return `/*
 * Written by generate-texts.mjs from src/texts/shim.ts, not by hand: what the
 * library says itself, as printf formats, in both charsets of a caller.
 */
#ifndef NATIONEC_TEXTS_H
#define NATIONEC_TEXTS_H

enum nec_text {
  NEC_TEXT_NONE = 0,
${names.join(',\n')}
};

struct nec_sentence {
  const char *utf8;
  const char *gb18030;
};

static const struct nec_sentence nec_sentences[] = {
${sentences.join('\n')}
};

#endif
`
}

function enumName(key) {
  return key
    .replace(/^shim\./, 'nec-text-')
    .replaceAll('-', '_')
    .toUpperCase()
}

function sentence(key, texts) {
  const chinese = texts['zh-CN']
  const format = chinese.replace(FILE, '%s').replace(/\{\w+\}/g, '%u')
  refuseUnsafe(key, format)
  return `    /* ${texts.en.replace(/(.{1,68})( |$)/g, '$1\n       ').trim()} */
    [${enumName(key)}] =
        {
${literal(Buffer.from(format))},
${literal(iconv.encode(format, 'gb18030'))},
        },`
}

/**
 * A sentence stands in a JSON string and is a printf format in both charsets,
 * and the second byte of a GB18030 character can be any of @ to ~.
 */
function refuseUnsafe(key, format) {
  const bytes = iconv.encode(format, 'gb18030')
  const ascii = [...bytes].filter(byte => byte < 0x80)
  const expected = Buffer.from(format).filter(byte => byte < 0x80)
  if (!Buffer.from(ascii).equals(expected))
    throw new Error(`${key}: a GB18030 character ends in an ASCII byte`)
  if (/["\\\n]|%(?![us])/.test(format))
    throw new Error(`${key}: a byte that JSON or printf gives a meaning`)
  if (Buffer.byteLength(format) > SENTENCE_BYTES_MAX)
    throw new Error(`${key}: longer than ${SENTENCE_BYTES_MAX} bytes`)
}

/** ASCII as it is, the rest in octal, whose three digits never run on. */
function literal(bytes) {
  const lines = ['']
  for (const byte of bytes) {
    const escaped =
      byte < 0x80 ? String.fromCharCode(byte) : `\\${byte.toString(8)}`
    if (lines.at(-1).length + escaped.length > LINE_BYTES_MAX) lines.push('')
    lines[lines.length - 1] += escaped
  }
  return lines.map(line => `            "${line}"`).join('\n')
}
