import type { Sentence } from './index.js'

/** The journal, the database and the key under it, and how a call is shown. */
export const journalTexts = {
  'journal.full': {
    'zh-CN':
      '磁盘已满，无法写入调用日志 {path}：调用照常进行但没有记录，请清理磁盘',
    en:
      'no space for the journal {path}: calls go on without a record; ' +
      'free some space',
  },
  'journal.unwritable': {
    'zh-CN':
      '无法写入调用日志 {path}（{reason}）：调用照常进行但没有记录，' +
      '请检查该文件及其目录的权限和磁盘',
    en:
      'cannot write the journal {path} ({reason}): calls go on without a ' +
      'record; check the rights of the file and its folder, and the disk',
  },
  'journal.moved-aside': {
    'zh-CN':
      '调用日志 {path} 已损坏：已移至 {aside} 并新建日志，请检查磁盘后妥善保存旧文件',
    en:
      'the journal {path} is damaged: moved to {aside} and begun anew; ' +
      'check the disk and keep the old file',
  },
  'journal.closed': {
    'zh-CN': '调用日志 {path} 已关闭，之后的步骤没有记录',
    en: 'the journal {path} is closed: later steps are not recorded',
  },

  'journal.step.received': { 'zh-CN': '收到调用', en: 'received' },
  'journal.step.armed': { 'zh-CN': '等待扫码', en: 'armed' },
  'journal.step.scanned': { 'zh-CN': '已扫码', en: 'scanned' },
  'journal.step.sent': { 'zh-CN': '发往平台', en: 'sent' },
  'journal.step.answered': { 'zh-CN': '平台应答', en: 'answered' },
  'journal.step.delivered': { 'zh-CN': '交付应答', en: 'delivered' },
  'journal.sealed': {
    'zh-CN': '（个人信息已加密）',
    en: '(personal data sealed)',
  },

  'store.missing': {
    'zh-CN': '没有数据库 {path}：尚未运行过，或路径不对',
    en: 'no database {path}: nothing has run yet, or the path is wrong',
  },
  'store.older': {
    'zh-CN': '数据库 {path} 由旧版本建立：请先启动一次本版本的服务',
    en: 'the database {path} is of an older version: start this daemon once',
  },
  'store.away': {
    'zh-CN':
      '无法使用数据库 {path}（{reason}）：请检查它是否在运行、地址和权限',
    en: 'database {path} cannot be used ({reason}): see that it runs, its address, and your rights',
  },
  'store.newer': {
    'zh-CN': '数据库 {path} 由更新的版本（{version}）建立：请升级 nationec',
    en: 'the database {path} is of a newer version ({version}): update nationec',
  },

  'seal.changed': {
    'zh-CN': '密封内容已被改动或密钥不符：请使用封存时的密钥文件',
    en:
      'sealed data was changed or sealed with another key: ' +
      'use the key file it was sealed with',
  },
  'seal.short': {
    'zh-CN': '密封内容只有 {bytes} 字节，不完整：请从备份恢复',
    en: 'sealed data is cut, {bytes} bytes are left: restore a backup',
  },
  'seal.version': {
    'zh-CN': '密封内容的版本 {version} 未知：请升级 nationec',
    en: 'sealed data has the unknown version {version}: update nationec',
  },

  'key.open': {
    'zh-CN':
      '密钥文件 {path} 的权限是 {mode}，他人可读：请执行 chmod 600 {path}',
    en: 'others may use the key file {path} (mode {mode}): run chmod 600 {path}',
  },
  'key.length': {
    'zh-CN':
      '密钥文件 {path} 有 {bytes} 字节，应为 32 字节：请从备份恢复；' +
      '若已丢失则删除它，旧的个人信息将无法解封',
    en:
      'the key file {path} has {bytes} bytes, not 32: restore a backup, or ' +
      'delete it and give up what was sealed with it',
  },
} satisfies Record<string, Sentence>
