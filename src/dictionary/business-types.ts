/**
 * XJ-D01-2019, table C.1: what a credential is used for, `businessType`.
 * @module
 */

/** One entry. */
export interface BusinessType {
  /** The first level and the second: 01101. */
  code: string
  /** The first level's name. */
  place: string
  name: string
  /** What the code replaces; empty where only practice knows the entry. */
  note: string
  /** Where the entry stands, or "field" where only practice knows it. */
  clause: 'XJ-D01-2019, table C.1' | 'field'
}

type Second = [code: string, name: string, note: string]

const hospital: Second[] = [
  ['101', '挂号', '替代社保卡（预约挂号，现场挂号，取号候诊）'],
  ['102', '住院建档', '替代身份证、社保卡'],
  ['103', '入院登记', '替代社保卡'],
  ['104', '缴纳预缴金', '替代住院押金卡'],
  ['201', '问诊', '替代挂号条、社保卡'],
  ['202', '预约检查', '替代检查凭条、社保卡'],
  ['203', '检查', '替代检查凭条、社保卡'],
  ['204', '治疗', '替代挂号条、社保卡'],
  ['301', '结算', '替代社保卡（门诊结算，出院结算）'],
  ['302', '取药', '替代取药凭条、社保卡（门诊取药，出院带药）'],
  ['303', '取报告', '替代取报告凭条'],
  [
    '304',
    '打印票据和清单',
    '替代挂号条、社保卡（打印收费清单，票据清单，结算单，异地就医结算单）',
  ],
  ['305', '病历材料复印', '替代身份证、社保卡（门诊和住院各类材料复印）'],
]

const pharmacy: Second[] = [
  ['121', '药店购药', '替代社保卡'],
  ['122', '下载外购处方', '替代社保卡、身份证'],
]

const APP_NOTE = '替代社保卡，目前地方医保 APP 都是绑定社保卡'
const app: Second[] = [
  ['131', '医疗类 APP 线上身份认证', APP_NOTE],
  ['132', '医疗类 APP 线上结算', APP_NOTE],
]

/** Every type, in the table's order, and then what the field adds. */
export const businessTypes: readonly BusinessType[] = [
  ...hospital.map(second => entry('01', '医院', second)),
  ...pharmacy.map(second => entry('02', '药店', second)),
  ...app.map(second => entry('03', '医疗类 APP', second)),
  ...[
    ['04106', '线上身份核验'] as const,
    ['04107', '医保移动支付'] as const,
  ].map(([code, name]) => fieldEntry(code, name)),
]

const byCode = new Map(businessTypes.map(entry => [entry.code, entry]))

/** The entry of `code`, or undefined for one that nobody has listed. */
export function businessType(code: string): BusinessType | undefined {
  return byCode.get(code)
}

function entry(
  first: string,
  place: string,
  [second, name, note]: Second,
): BusinessType {
  const clause = 'XJ-D01-2019, table C.1'
  return { code: first + second, place, name, note, clause }
}

function fieldEntry(code: string, name: string): BusinessType {
  return { code, place: '', name, note: '', clause: 'field' }
}
