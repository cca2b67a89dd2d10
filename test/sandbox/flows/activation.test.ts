/** XJ-D01-2019, 6.1: 电子凭证授权与激活. */
import t from 'tap'
import { startFlow } from './flow.js'

const password = '246813'

t.test('somebody activates, and can show a code from then on', async t => {
  const { person, act, show, scan, post } = await startFlow(t)
  const before = await person('li')
  t.match(before, { active: false, channels: [] })
  const early = await post('/sandbox/codes', { person: 'li' })
  t.equal(early.status, 400)
  t.match(early.json, { code: 500001, message: /先激活/ })

  const { authorisation } = await act('li', 'activate', { password })
  t.match(authorisation, /^[0-9a-f]{32}$/)
  t.match(await person('li'), {
    active: true,
    authorisations: { nhsa: authorisation },
    provinces: [{ province: '13', active: true }],
  })
  const code = await show({ person: 'li' })
  t.match(await scan(code), { code: 0, data: { userName: '李未激' } })
})

t.test('a third party that activates is authorised by that', async t => {
  const { person, act, show, scan } = await startFlow(t)
  await act('li', 'activate', { password, channel: 'wallet' })
  t.strictSame((await person('li')).channels, ['wallet'])
  const code = await show({ person: 'li', channel: 'wallet' })
  t.match(await scan(code), { code: 0, data: { chnlId: /2$/ } })
})

t.test(
  'every place of insurance is told, and that of the business',
  async t => {
    const { person, act } = await startFlow(t)
    const { authorisation } = await act('chen', 'activate', {
      password,
      channel: 'nhsa',
      province: '65',
    })
    t.ok(authorisation)
    const { provinces } = await person('chen')
    t.strictSame(
      provinces.map(({ province }) => province),
      ['13', '43', '65'],
      'insured in 13 and 43; 35 has nothing to do with it',
    )
  },
)

t.test(
  'who is not who is claimed, is not real, or sets no password',
  async t => {
    const { person, act } = await startFlow(t)
    const refusals: [object, number, RegExp][] = [
      [{ password, userName: '李四' }, 500028, /实名认证不通过/],
      [{ password, idType: '02' }, 500028, /实名认证不通过/],
      [{ password, idNo: '990701199608230000' }, 500050, /查询人员基础/],
      [{ password, face: 'wang' }, 500028, /实人认证不通过/],
      [{ password: '' }, 500042, /密码未设置/],
      [{ password: '12345' }, -2, /6 位数字/],
      [{ password: '111111' }, -2, /6 位数字/],
      [{ password: '345678' }, -2, /6 位数字/],
      [{ password: '876543' }, -2, /6 位数字/],
      [{ password, channel: 'nobody' }, 500012, /nhsa, wallet/],
      [{ password, channel: 'shop' }, 500013, /未通过审核/],
      [{ password, channel: 'bank' }, 500007, /未授权/],
      [{ password, province: '99' }, 500053, /13, 35, 43, 65/],
    ]
    for (const [order, code, message] of refusals)
      t.match(await act('li', 'activate', order), { code, message })
    t.equal((await person('li')).active, false)
  },
)

t.test('a channel is authorised once, and used only then', async t => {
  const { act, revoke, show, scan, person, post } = await startFlow(t)
  await act('li', 'activate', { password })
  const order = { person: 'li', channel: 'wallet' }
  t.match((await post('/sandbox/codes', order)).json, { code: 500003 })

  const wrong = { channel: 'wallet', password: '864213' }
  t.match(await act('li', 'channels', wrong), { code: 500004 })
  const { authorisation } = await act('li', 'channels', {
    channel: 'wallet',
    password,
  })
  t.match(await person('li'), { authorisations: { wallet: authorisation } })
  t.match(await act('li', 'channels', { channel: 'wallet' }), { code: 500009 })
  t.match(await scan(await show(order)), { code: 0 })

  const shown = await show(order)
  t.strictSame(await revoke('li', 'wallet'), null)
  t.match(await scan(shown), { code: 500003 }, 'shown before, scanned after')
  t.match(await revoke('li', 'wallet'), { code: 500006 })
})

t.test('authorising needs an activation, and a password if asked', async t => {
  const { act } = await startFlow(t)
  const wallet = { channel: 'wallet' }
  t.match(await act('li', 'channels', wallet), { code: 500001 })
  const unset = { ...wallet, password }
  t.match(await act('zhang', 'channels', unset), { code: 500042 })
  t.match(await act('zhang', 'channels', { channel: 'nhsa' }), { code: 500009 })
})

t.test('each authorisation is by itself', async t => {
  const { act, revoke, person, post } = await startFlow(t)
  await post('/sandbox/channels/shop/review', { approve: true })
  const { authorisations: first } = await person('zhang')
  await act('zhang', 'channels', { channel: 'shop' })
  const both = await person('zhang')
  t.strictSame(both.channels, ['shop', 'wallet'])
  t.equal(both.authorisations.wallet, first.wallet, 'the old one stays')
  await act('zhang', 'activate', { password })
  const three = await person('zhang')
  t.strictSame(three.channels, ['nhsa', 'shop', 'wallet'])
  t.match(three.authorisations, both.authorisations, 'activated anew as well')
  await revoke('zhang', 'shop')
  t.strictSame((await person('zhang')).channels, ['nhsa', 'wallet'])
})

t.test('who activates elsewhere is activated at home, too', async t => {
  const { act, person, scan, show } = await startFlow(t)
  await act('li', 'activate', { password, province: '65' })
  t.match((await person('li')).provinces, [
    { province: '13', active: true },
    { province: '65', active: true },
  ])
  t.match(await scan(await show({ person: 'li' })), { code: 0 })
})
