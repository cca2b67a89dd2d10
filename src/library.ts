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
 * NationEcTrans of the library `file`. Throws where the file cannot be loaded
 * or has no such export.
 */
export function openLibrary(file: string): RawTrans {
  const trans = koffi
    .load(file)
    .func(
      'char *__stdcall NationEcTrans(void *strUrl, void *InData, void *OutData)',
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
