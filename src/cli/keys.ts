/**
 * nationec keys: SM2 keys, in the forms that platforms ask for.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import {
  KEY_FORMATS,
  type KeyFormat,
  writePrivateKey,
  writePublicKey,
} from '../gm/key-write.js'
import {
  generateKey,
  parsePrivateKey,
  parsePublicKey,
  type Sm2PrivateKey,
  type Sm2PublicKey,
  wipeKey,
} from '../gm/keys.js'
import { readSecret, writeSecret } from '../secret-file.js'
import { text } from '../texts/index.js'
import { CliError, EXIT, print, printJson, styled } from './output.js'

/** The command `keys` with `generate` and `show`. */
export function keysCommand(): Command {
  return new Command('keys')
    .description(text('cli.keys'))
    .addCommand(generateCommand())
    .addCommand(showCommand())
    .addHelpText('after', `\n${text('cli.keys.examples')}`)
}

function generateCommand(): Command {
  return new Command('generate')
    .description(text('cli.keys.generate'))
    .argument('<file>', text('cli.keys.generate.file'))
    .option('--json', text('cli.json'))
    .action((file: string, { json }: { json?: true }) => {
      const key = generateKey()
      writeNew(file, writePrivateKey(key, 'pem'))
      wipeKey(key)
      const publicFile = `${file}.pub`
      writeFileSync(publicFile, writePublicKey(key, 'pem'))
      if (json) return printJson({ file, publicFile, ...formsOf(key) })
      print(text('cli.keys.written', { file, publicFile }))
      showForms(formsOf(key))
    })
}

function showCommand(): Command {
  return new Command('show')
    .description(text('cli.keys.show'))
    .argument('<file>', text('cli.keys.show.file'))
    .option('--show-keys', text('cli.keys.show.private'))
    .option('--json', text('cli.json'))
    .action((file: string, options: { showKeys?: true; json?: true }) => {
      const key = readKey(file)
      const secret = options.showKeys && 'scalar' in key ? key : undefined
      const forms = {
        ...formsOf(key),
        ...(secret && { private: privateFormsOf(secret) }),
      }
      if (options.json) printJson(forms)
      else showForms(forms)
    })
}

type Forms = Record<KeyFormat, string>

interface KeyForms {
  public: Forms
  private?: Forms
}

function formsOf(key: Sm2PublicKey): KeyForms {
  return { public: eachFormat(format => writePublicKey(key, format)) }
}

function privateFormsOf(key: Sm2PrivateKey): Forms {
  return eachFormat(format => writePrivateKey(key, format))
}

function eachFormat(write: (format: KeyFormat) => string): Forms {
  const entries = KEY_FORMATS.map(format => [format, write(format).trimEnd()])
  return Object.fromEntries(entries)
}

function showForms(forms: KeyForms): void {
  for (const [name, { pem, hex, base64 }] of Object.entries(forms)) {
    print(`\n${styled('bold', name)}`)
    print(`base64  ${base64}\nhex     ${hex}\n${pem}`)
  }
}

/** A public key is no secret, so anybody may read its file. */
function readKey(file: string): Sm2PrivateKey | Sm2PublicKey {
  try {
    return parsePublicKey(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error) || 'syscall' in error) throw error
    return parsePrivateKey(readSecret(file))
  }
}

function writeNew(file: string, content: string): void {
  try {
    writeSecret(file, content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new CliError(text('cli.keys.exists', { file }), EXIT.usage)
  }
}
