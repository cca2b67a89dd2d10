/**
 * Adapters that software makes. They are not what table 1 of XJ-D01-2019
 * calls the terminal's MAC, so a card of the machine is preferred to them.
 * @module
 */
import { isCardMac, isLocallyAdministered } from '../dictionary/mac-address.js'

/** Why an interface is put aside. */
export type Aside =
  | 'no-mac'
  | 'container'
  | 'virtual-machine'
  | 'tunnel'
  | 'bluetooth'
  | 'software-mac'

const NAMES: [RegExp, Aside][] = [
  [
    /^(docker|veth|cni|flannel|cali|lxc|lxd|podman|kube|br-[\da-f]{12}$)/,
    'container',
  ],
  [/^(virbr|vmnet|vboxnet|vnet)\d/, 'virtual-machine'],
  [/^vEthernet|VMware|VirtualBox|Hyper-V/i, 'virtual-machine'],
  [
    /^(u?tun|tap|wg|ppp|ipsec|zt|tailscale|vxlan|gre|sit|ip6tnl)[\da-z]*$/,
    'tunnel',
  ],
  [/VPN|WireGuard|Tailscale|ZeroTier|\bTAP\b|Teredo|isatap|Npcap/i, 'tunnel'],
  [/^(bnep|pan)\d|Bluetooth|蓝牙/i, 'bluetooth'],
  // Wi-Fi Direct, as Windows names it.
  [/^(本地连接|Local Area Connection)\* /i, 'software-mac'],
]

/** Given out by a maker to software: no local bit tells. */
const MAKERS: [RegExp, Aside][] = [
  [/^00:50:56:c0:00:/, 'virtual-machine'], // VMware's adapters on the host
  [/^00:ff:/, 'tunnel'], // TAP-Windows: OpenVPN, Sangfor
  [/^00:05:9a:3c:7a:/, 'tunnel'], // Cisco AnyConnect
  [/^00:09:0f:(aa|fe):/, 'tunnel'], // Fortinet
]

/** Why the interface is put aside; undefined for one that may be a card. */
export function asideOf(name: string, mac: string): Aside | undefined {
  if (!isCardMac(mac)) return 'no-mac'
  const known =
    NAMES.find(([pattern]) => pattern.test(name)) ??
    MAKERS.find(([prefix]) => prefix.test(mac))
  if (known) return known[1]
  return isLocallyAdministered(mac) ? 'software-mac' : undefined
}
