/**
 * nationec envelope explain: why a signature is right or wrong.
 * @module
 */
import type { Command } from 'commander'
import type { Party } from '../envelope/agreement.js'
import { type Explanation, explain } from '../envelope/explain.js'
import { deriveKey, type KeySteps } from '../envelope/key.js'
import { readParty } from '../envelope/party-files.js'
import { DIALECT_NAMES } from '../envelope/rules.js'
import { openSentence, slipsOf } from '../envelope/sentences.js'
import { systemLocale, text } from '../texts/index.js'
import {
  dialectOption,
  dialectsOf,
  type EnvelopeOptions,
  envelopeSubcommand,
  judged,
  readJson,
} from './envelope-options.js'
import { EXIT, print, printJson, printTable, styled } from './output.js'

/** The command `explain`; exit code 1 where the signature is wrong. */
export function explainCommand(): Command {
  return envelopeSubcommand('explain', text('cli.envelope.explain'))
    .addOption(dialectOption([...DIALECT_NAMES, 'auto'], 'auto'))
    .option('--show-keys', text('cli.envelope.show-keys'))
    .option('--json', text('cli.json'))
    .action((json: string, options: ExplainOptions) => {
      const party = readParty(options)
      const [body, dialects] = [readJson(json), dialectsOf(options)]
      const found = judged(() => {
        return explain(body, dialects, party, party.privateKey)
      })
      const shown = masked(found, party, options)
      if (options.json) printJson(shown)
      else show(shown)
      if (!found.right) process.exitCode = EXIT.failed
    })
}

interface ExplainOptions extends EnvelopeOptions {
  showKeys?: true
  json?: true
}

type Shown = Explanation & { key: KeySteps; slips: string[] }

/** The secret and what follows from it, hidden unless it is asked for. */
function masked(
  found: Explanation,
  party: Party,
  options: ExplainOptions,
): Shown {
  const { appSecret } = party
  const steps = stepsOf(party)
  const slips = slipsOf(found, systemLocale())
  if (options.showKeys) return { ...found, slips, key: steps }
  const hide = (line: string) =>
    line.replaceAll(`key=${appSecret}`, `key=${MASK}`)
  const { signedText } = found
  return {
    ...found,
    slips,
    text: hide(found.text),
    ...(signedText && { signedText: hide(signedText) }),
    key: { first: steps.first, cipher: MASK, key: MASK },
  }
}

/** An appId that gives no key is well where nothing is encrypted. */
function stepsOf({ appId, appSecret }: Party): KeySteps {
  try {
    return deriveKey(appId, appSecret)
  } catch {
    return { first: '-', cipher: '-', key: '-' }
  }
}

const MASK = '********'

function show(found: Shown): void {
  const { form, dialect, sign, key, signer = '-', digest } = found
  const { signatureForm = '?' } = found
  printTable([
    [text('cli.envelope.shown.form'), `${form}, ${dialect}, ${sign}`],
    [text('cli.envelope.shown.text'), found.text],
    [text('cli.envelope.shown.signer'), signer],
    [text('cli.envelope.shown.digest'), digest],
    [text('cli.envelope.shown.signature'), signatureForm],
    [text('cli.envelope.shown.first'), key.first],
    [text('cli.envelope.shown.cipher'), key.cipher],
    [text('cli.envelope.shown.key'), key.key],
  ])
  print()
  if (found.sign === 'SM3') print(text('envelope.digest-inferred'))
  if (signatureForm === 'DER') print(text('envelope.form.der'))
  if (found.right) print(styled('green', text('cli.envelope.right')))
  else print(styled('red', text('cli.envelope.wrong')))
  for (const slip of found.slips) print(`- ${slip}`)
  if (found.signedText)
    print(`${text('cli.envelope.shown.signed')}\n  ${found.signedText}`)
  const open = openSentence(found, systemLocale())
  if (open) print(open)
}
