/**
 * The bytes that every path carries: a request and an answer of the size of
 * real ones.
 * @module
 */
import { addon } from '../../src/addon.js'

export const STR_URL =
  'https://127.0.0.1:8443/localcfc/api/hsecfc/localQrCodeQuery'

const IN_DATA_BYTES = 400
const OUT_DATA_BYTES = 598

const ORG_ID = 'P99000000001'

/** A request of 400 bytes (table B.3). */
export const IN_DATA = filled(IN_DATA_BYTES, filler => ({
  orgId: ORG_ID,
  transType: 'ec.query',
  data: {
    orgId: ORG_ID,
    businessType: '02121',
    operatorId: '001',
    operatorName: '收费员甲',
    officeId: '01',
    officeName: '西药房',
  },
  extra: { filler },
}))

/** An answer of 598 bytes (table B.4). */
export const OUT_DATA = filled(OUT_DATA_BYTES, filler => ({
  code: 0,
  message: '成功',
  orgId: ORG_ID,
  data: {
    idNo: '440524188001010014',
    idType: '01',
    userName: '李四',
    insuOrg: '440500',
    ecToken: filler,
  },
}))

/** What NationEcTrans returns. */
export const RETURNED = '0000'

/** The same as the daemon's frames. */
export const FRAMES = {
  request: addon.encodeFrame({
    kind: 'call',
    deadlineMs: 0,
    url: Buffer.from(STR_URL),
    inData: Buffer.from(IN_DATA),
  }),
  reply: addon.encodeFrame({
    kind: 'reply',
    returned: Buffer.from(RETURNED),
    outData: Buffer.from(OUT_DATA),
  }),
}

function filled(bytes: number, shape: (filler: string) => unknown): string {
  const bare = Buffer.byteLength(JSON.stringify(shape('')))
  return JSON.stringify(shape('x'.repeat(bytes - bare)))
}
