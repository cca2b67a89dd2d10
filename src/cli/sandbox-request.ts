/**
 * One request of the sandbox's journal, explained for a person.
 * @module
 */
import type {
  Explanation,
  RequestWhole,
  ShownBytes,
  ShownSignature,
} from '../sandbox/control/contract.js'
import { text } from '../texts/index.js'
import { print, printTable, styled } from './output.js'
import { chinaTime } from './time.js'

/** Prints what is known of `request`, the verdict first. */
export function printRequest(request: RequestWhole): void {
  const { id, at, method, url, ms, status, code, explanation } = request
  print(styled('bold', `#${id}  ${chinaTime(at)}  ${method} ${url}`))
  const colour = code === 0 ? 'green' : 'red'
  print(styled(colour, `${code ?? '-'}  ${explanation.verdict}`))
  if (explanation.clause) print(clauseOf(explanation.clause))
  print(`HTTP ${status || '-'}  ${ms} ms`)
  printCompared(explanation)
  for (const { sentence } of explanation.nearMisses)
    print(`- ${styled('yellow', sentence)}`)
  if (explanation.signature) printSignature(explanation.signature)
  print()
  print(styled('bold', text('cli.sandbox.request.body')))
  print(shown(request.body))
  print(styled('bold', text('cli.sandbox.request.answer')))
  print(request.said ?? '-')
  if (!request.sent) return
  print(styled('bold', text('cli.sandbox.request.sent')))
  print(shown(request.sent))
}

/** Steps of practice stand in no clause. */
function clauseOf(clause: string): string {
  return clause === 'field'
    ? text('cli.sandbox.request.field')
    : `XJ-D01-2019, ${clause}`
}

function printCompared({ compared }: Explanation): void {
  for (const { ok, what, clause, expected, found } of compared) {
    const facts = [
      expected && text('cli.sandbox.request.expected', { expected }),
      found && text('cli.sandbox.request.found', { found }),
    ].filter(Boolean)
    const mark = ok ? styled('green', '+') : styled('red', 'x')
    print(`${mark} ${what} (${clauseOf(clause)})  ${facts.join('; ')}`)
  }
}

function printSignature(signature: ShownSignature): void {
  const { whose, form, dialect, sign, right, key, slips, open } = signature
  const verdict = right ? 'cli.envelope.right' : 'cli.envelope.wrong'
  print()
  print(styled(right ? 'green' : 'red', text(verdict)))
  for (const slip of slips) print(`- ${slip}`)
  if (open) print(styled('yellow', open))
  print(text(`cli.sandbox.request.${whose.kind}`, whose))
  printTable([
    [text('cli.envelope.shown.form'), `${form}, ${dialect}, ${sign}`],
    [text('cli.envelope.shown.text'), signature.canonicalText],
    [text('cli.envelope.shown.signer'), signature.signer ?? '-'],
    [text('cli.envelope.shown.digest'), signature.digest],
    [text('cli.envelope.shown.signature'), signature.signatureForm ?? '?'],
    [text('cli.envelope.shown.first'), key?.first ?? '-'],
    [text('cli.envelope.shown.cipher'), key?.cipher ?? '-'],
    [text('cli.envelope.shown.key'), key?.key ?? '-'],
    [text('cli.sandbox.request.data'), signature.data ?? '-'],
  ])
  if (signature.signedText)
    print(`${text('cli.envelope.shown.signed')}\n  ${signature.signedText}`)
}

function shown({ encoding, content }: ShownBytes): string {
  return encoding === 'base64' ? `(base64) ${content}` : content
}
