/**
 * NationEcTrans of any library, by its ABI alone (XJ-D01-2019, B.1.2).
 * @module
 */
import koffi from 'koffi'

/**
 * Calls the library in a thread of its own. Each argument is the start of some
 * memory, or null for a null pointer; texts end in a NUL. Resolves to what was
 * returned, null for a null pointer; OutData has been filled by then.
 */
export type RawTrans = (
  strUrl: Buffer | null,
  inData: Buffer | null,
  outData: Buffer | null,
) => Promise<string | null>

/**
 * NationEcTrans of the library `file`. Throws a LibraryError where the file
 * cannot be loaded or has no such export.
 */
export function openLibrary(file: string): RawTrans {
  const library = without('file', () => koffi.load(file))
  const trans = without('export', () =>
    library.func(
      'char *__stdcall NationEcTrans(void *strUrl, void *InData, void *OutData)',
    ),
  )
  return (strUrl, inData, outData) =>
    new Promise((resolve, reject) => {
      trans.async(
        strUrl,
        inData,
        outData,
        (error: Error | null, returned: string | null) => {
          if (error) reject(error)
          else resolve(returned)
        },
      )
    })
}

/** Why there is nothing to call; its message is the system's own reason. */
export class LibraryError extends Error {
  constructor(
    /** What is missing: a library in the file, or the export in the library. */
    readonly lacks: 'file' | 'export',
    cause: unknown,
  ) {
    const message = cause instanceof Error ? cause.message : String(cause)
    super(message.replace(/^Failed to load shared library: /, ''), { cause })
  }
}

function without<T>(lacks: LibraryError['lacks'], work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new LibraryError(lacks, error)
  }
}
