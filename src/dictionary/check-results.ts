/**
 * XJ-D01-2019, table C.3: what `flag` in the answer of a token's check means.
 * Numbers, since clients compare them as such.
 * @module
 */

/** 校验失败. */
export const CHECK_FAILED = 0
/** 校验成功. */
export const CHECK_PASSED = 1

/** One entry. */
export interface CheckResult {
  flag: number
  name: string
}

/** Both results, in the table's order. */
export const checkResults: readonly CheckResult[] = [
  { flag: CHECK_FAILED, name: '校验失败' },
  { flag: CHECK_PASSED, name: '校验成功' },
]
