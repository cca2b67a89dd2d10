/**
 * The sentences that cases rest on: XJ-D01-2019 word for word, or what the
 * field does where the standard is silent.
 * @module
 */
import { returnCode } from '../dictionary/return-codes.js'
import type { TextKey } from '../texts/index.js'

export type Clause =
  /** The standard is Chinese, and is quoted as it is. */
  | { where: string; quote: string }
  /** What programs of the field rely on. */
  | { practice: TextKey }

const standard = (where: string, quote: string): Clause => ({
  where: `XJ-D01-2019 ${where}`,
  quote,
})

export const SIGNATURE = standard(
  'B.1.2',
  'char* __stdcall NationEcTrans(char* strUrl, char* InData, char* OutData)',
)
export const B1_TRANS_TYPE = standard(
  'B.1.3 表 B.1',
  'transType 交易类型 C 40 必填 Y 接口交易代码为“ec.query”',
)
export const B1_DATA = standard(
  'B.1.3 表 B.1',
  'data 接口请求参数 Json 200K 必填 Y',
)
export const B1_EXTRA = standard('B.1.3 表 B.1', 'extra 扩展参数 Json 200K')
export const B2_ORG = standard('B.1.3 表 B.2', 'orgId 机构 ID C 40 必填 Y')
export const B2_CODE = standard(
  'B.1.3 表 B.2',
  'code 返回码：接口返回值非0000时，该出参为交易错误信息，详见表 C.4 返回值代码表',
)
export const B2_DATA = standard(
  'B.1.3 表 B.2',
  'data 接口响应参数 Json 200K 必填 Y',
)
export const IN_DATA_SAMPLE = standard(
  'B.1.4.1',
  '"businessType": "1",\n    }\n}',
)
export const OUT_DATA_SAMPLE = standard('B.1.4.2', '"code": 0,')
export const ONE_RECORD = standard(
  'B.1.5.2',
  '数据输入和数据输出都是单条记录。',
)
export const B4_NAME = standard(
  'B.1.5.4 表 B.4',
  'userName 用户姓名 C 200 必填 Y',
)
export const B4_NUMBER = standard('B.1.5.4 表 B.4', 'idNo 证件号码 C 20 必填 Y')
export const B4_TYPE = standard(
  'B.1.5.4 表 B.4',
  'idType 证件类型 C 2 必填 Y 参见表 C.2 证件类型代码表',
)
export const B4_TOKEN = standard(
  'B.1.5.4 表 B.4',
  'ecToken 令牌 C 40 必填 Y 用于业务处理验证',
)
export const ONE_TIME = standard(
  '4.11',
  '电子凭证二维码码值业务经办一次有效机制',
)
export const REFRESHED = standard('4.11', '电子凭证二维码自动刷新/手动刷新机制')
export const TOKEN = standard(
  '2.10',
  '鉴权 TOKEN 是指完成电子凭证有效性验证后，由电子凭证业务中台生成的鉴权令牌，该鉴权令牌由特定算法生成且限定有效时间',
)
export const SCANNED = standard(
  '6.3.2.2 a)',
  '业务办理方扫描二维码，并将二维码码值传给业务办理地所属的省级电子凭证业务中台，系统对二维码值进行有效性验证和解析',
)
export const LOCAL_TOKEN = standard(
  '6.4.2.2 a)',
  '若是，则进行解析和验证，并返回鉴权 TOKEN 和相关信息',
)
export const SETTLED = standard(
  '6.4.2.2 c)',
  '医保信息系统接收结算请求，向省级电子凭证业务中台发起鉴权 TOKEN 验证，验证通过后进行结算并返回结算结果',
)
export const ELSEWHERE = standard(
  '6.5.1',
  '用户在非参保地使用电子凭证二维码扫码结算，通过国家医疗保障信息平台从参保地获取相关信息，完成结算',
)
export const DECODED_BY_ISSUER = standard(
  '4.9',
  '电子凭证二维码仅由发码方负责解码，跨省应用时通过国家医疗保障局信息平台交换数据',
)
export const OTHER_PROVINCE = standard(
  '6.5.2.2 a)',
  '省级电子凭证业务中台验证该二维码是否在本省生成。……若不是，则进入异地二维码解析流程',
)
export const DATA_CHANGED = standard(
  '6.3.2.2 c)',
  '若数据不一致，参保地信息系统将更新后的用户参保信息返回，业务办理地所属的省级电子凭证业务中台更新缓存并返回应用渠道，由该渠道重新发起电子凭证二维码展示流程',
)
export const INSURED_AT = standard('A.1.7 表 A.7', 'insuOrg 参保地行政区划 C 6')
export const A7_FLAG = standard(
  'A.1.7 表 A.7',
  'flag 校验结果 C 1 必填 Y 核验结果，参见表 C.3 校验结果代码表',
)

export const FILING_NUMBER = standard('2.8', '备案号共 20 位，备案号全国唯一')
export const A1_METHOD = standard('A.1.2 表 A.1', '提交方式 采用 POST 方法提交')
export const A1_FORMAT = standard(
  'A.1.2 表 A.1',
  '数据格式 采用 JSON 格式提交、返回数据；字符编码 UTF-8',
)

/** The field of table B.3 that is named so. */
export function tableB3(row: string): Clause {
  return standard('B.1.5.4 表 B.3', row)
}

/** The entry of table C.4. */
export function tableC4(code: number): Clause {
  const entry = returnCode(code)
  if (!entry || entry.clause === 'field') return practice('wrong-kind')
  const { scope, message } = entry
  return standard('C.1 表 C.4', `${code} ${scope} ${message}`)
}

/** The sentence certify.practice.`name`. */
export function practice(name: Practice): Clause {
  return { practice: `certify.practice.${name}` }
}

type Practice = TextKey extends infer Key
  ? Key extends `certify.practice.${infer Name}`
    ? Name
    : never
  : never
