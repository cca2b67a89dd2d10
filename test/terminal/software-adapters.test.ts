import t from 'tap'
import { asideOf } from '../../src/terminal/software-adapters.js'

/** Of the range for documentation (RFC 9542). */
const MAKER = '00:00:5e:00:53:01'

t.test('cards of Linux and Windows are none of software', async t => {
  for (const name of [
    ...['eth0', 'enp3s0', 'wlan0', 'wlp2s0', 'br0', 'bond0', 'eth0.100'],
    ...['以太网', '以太网 2', 'WLAN', 'Ethernet', '本地连接', '办公网'],
    ...['Local Area Connection', 'Local Area Connection 2', 'usb0'],
  ]) {
    t.equal(asideOf(name, MAKER), undefined, name)
  }
})

t.test('each kind of adapter that software makes', async t => {
  const names = {
    container: ['docker0', 'veth12ab', 'br-0123456789ab', 'cni0', 'cali1'],
    'virtual-machine': [
      ...['virbr0', 'vmnet8', 'vboxnet0', 'vEthernet (Default Switch)'],
      ...['VMware Network Adapter VMnet1', 'VirtualBox Host-Only Network'],
    ],
    tunnel: [
      ...['tun0', 'tap0', 'wg0', 'ppp0', 'utun3', 'tailscale0', 'zt5u4y'],
      ...['OpenVPN TAP-Windows6', 'WireGuard Tunnel', 'Sangfor SSL VPN'],
      'Teredo Tunneling Pseudo-Interface',
    ],
    bluetooth: ['bnep0', '蓝牙网络连接', 'Bluetooth Network Connection'],
    'software-mac': ['本地连接* 2', 'Local Area Connection* 10'],
  }
  for (const [aside, all] of Object.entries(names)) {
    for (const name of all) t.equal(asideOf(name, MAKER), aside, name)
  }
})

t.test('an address that no maker gave to a card', async t => {
  t.equal(asideOf('eth0', '02:42:ac:11:00:02'), 'software-mac')
  t.equal(asideOf('Ethernet 2', '00:50:56:c0:00:08'), 'virtual-machine')
  t.equal(asideOf('Ethernet', '00:50:56:a1:00:08'), undefined, 'in a guest')
  t.equal(asideOf('本地连接 3', '00:ff:12:34:56:78'), 'tunnel')
  for (const mac of ['', '00:00:00:00:00:00', '01:00:5e:00:00:01']) {
    t.equal(asideOf('eth0', mac), 'no-mac', mac)
  }
})
