import type { Sentence } from './index.js'

/**
 * What the library says when no reply of a daemon can be handed on. Its
 * replies are always Chinese: native/generate-texts.mjs puts that half into
 * native/texts.h, where {file} is a text and each other {name} a number in the
 * order given here.
 */
export const shimTexts = {
  'shim.no-daemon': {
    'zh-CN':
      '医保电子凭证服务未启动：请启动 nationec daemon，或运行 nationec doctor 查找原因',
    en: 'no daemon answers: start nationec daemon, or run nationec doctor',
  },
  'shim.daemon-ended': {
    'zh-CN':
      '医保电子凭证服务在处理中断开，未收到结果：请重试；若再次出现，请运行 nationec doctor',
    en: 'the daemon ended during the call, no reply came: try again; if it happens again, run nationec doctor',
  },
  'shim.reply-garbled': {
    'zh-CN':
      '医保电子凭证服务的应答无法识别：请运行 nationec doctor，检查套接字上是否为其他程序',
    en: 'the reply is not one of a nationec daemon: run nationec doctor to see which program owns the socket',
  },
  'shim.versions-apart': {
    'zh-CN':
      '动态库与服务的版本不匹配：动态库支持协议 {ownMin} 至 {ownMax}，服务支持 {daemonMin} 至 {daemonMax}，请将两者更新到同一版本的 nationec',
    en: 'the library speaks protocol {ownMin} to {ownMax} and the daemon {daemonMin} to {daemonMax}: install both from the same version of nationec',
  },
  'shim.deadline': {
    'zh-CN':
      '医保电子凭证服务未在时限内应答：请重试；若再次出现，请运行 nationec doctor',
    en: 'nothing came from the daemon by the deadline: try again; if it happens again, run nationec doctor',
  },
  'shim.not-allowed': {
    'zh-CN':
      '当前用户无权连接医保电子凭证服务：请将该用户加入套接字所属的用户组，或运行 nationec doctor',
    en: "this user may not open the daemon's socket: add the user to the socket's group, or run nationec doctor",
  },
  'shim.not-ours': {
    'zh-CN':
      '管道由其他用户的程序占用，为安全起见未发送数据：请运行 nationec doctor，检查管道由谁打开',
    en: "the pipe is served by another user's program, so nothing was sent: run nationec doctor to see whose it is",
  },
  'shim.bundle-incomplete': {
    'zh-CN':
      '医保电子凭证服务未启动，且找不到 {file}：请启动服务，或将发布包完整解压到该处',
    en: 'no daemon answers, and {file} is not there to start one: start the service, or unpack the whole bundle there',
  },
  'shim.not-started': {
    'zh-CN':
      '{file} 未能启动或启动后即退出：请在其文件夹中运行 nationec.cmd daemon 查看原因',
    en: '{file} could not be started or ended at once: run nationec.cmd daemon in its folder to see why',
  },
  'shim.null-argument': {
    'zh-CN': 'strUrl 或 InData 为空指针：两个参数都必须给出',
    en: 'strUrl or InData is NULL: both arguments are required',
  },
  'shim.url-too-long': {
    'zh-CN': 'strUrl 过长：最多 {limit} 字节',
    en: 'strUrl is too long: {limit} bytes at most',
  },
  'shim.indata-too-long': {
    'zh-CN': 'InData 过长：最多 {limit} 字节',
    en: 'InData is too long: {limit} bytes at most',
  },
  'shim.exhausted': {
    'zh-CN':
      '系统资源不足，调用程序无法再打开连接：请重新启动该程序，或提高其可打开文件数',
    en: 'the calling program is out of handles or memory: start it again, or raise its limit of open files',
  },
  'shim.own-thread': {
    'zh-CN':
      '不能在 JavaScript 线程上同步调用：请使用 koffi 的 async 调用或 terminal.trans',
    en: "called on the JavaScript thread, which would hang: use koffi's async call or terminal.trans",
  },
  'shim.too-many': {
    'zh-CN':
      '同时进行的调用过多，会占满 libuv 线程池：请提高 UV_THREADPOOL_SIZE，或减少同时调用',
    en: 'so many calls at once would fill the libuv thread pool: raise UV_THREADPOOL_SIZE, or call fewer at once',
  },
  'shim.closed': {
    'zh-CN': '处理程序所在的 JavaScript 环境已关闭：请重新启动该程序',
    en: 'the JavaScript environment of the handler went down: start the program again',
  },
} satisfies Record<string, Sentence>
