import { join } from 'node:path'
import t from 'tap'
import { readKernel } from '../../src/terminal/kernel.js'

t.test('devices, software and the loopback are told apart', async t => {
  const folder = t.testdir({
    sys: {
      eth0: { address: '00:00:5E:00:53:01\n', type: '1\n', device: {} },
      br0: { address: '00:00:5e:00:53:02\n', type: '1\n' },
      lo: { address: '00:00:00:00:00:00\n', type: '772\n' },
      bonding_masters: 'bond0\n',
    },
    if_inet6: [
      '20010db8000000000000000000000001 02 40 00 80     eth0',
      '20010db80000000002005efffe005301 02 40 00 01     eth0',
      'fe8000000000000002005efffe005301 02 40 20 80     eth0',
      '',
    ].join('\n'),
  })
  const kernel = readKernel(join(folder, 'sys'), join(folder, 'if_inet6'))
  t.strictSame(Object.fromEntries(kernel.devices), {
    eth0: { mac: '00:00:5e:00:53:01', hardware: true, loopback: false },
    br0: { mac: '00:00:5e:00:53:02', hardware: false, loopback: false },
    lo: { mac: '00:00:00:00:00:00', hardware: false, loopback: true },
  })
  t.strictSame([...kernel.temporary], ['2001:db8::200:5eff:fe00:5301'])
})

t.test('a system without these files tells nothing', async t => {
  const kernel = readKernel('/nowhere', '/nowhere')
  t.equal(kernel.devices.size, 0)
  t.equal(kernel.temporary.size, 0)
})
