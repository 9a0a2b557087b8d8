/**
 * Every word of the stage's own, Chinese first, and the switch between the two. What was said once is said anew when the
 * language changes.
 */
import type { Spoken } from '../content'
import { recall, remember } from './memory'

export type Language = keyof Spoken

const WORDS = {
  clock: ['商场时间', 'Mall time'],
  minute: ['+1 分钟', '+1 min'],
  day: ['+1 天', '+1 day'],
  week: ['+7 天', '+7 days'],
  month: ['+1 月', '+1 month'],
  year: ['+1 年', '+1 year'],
  toNow: ['回到现在', 'Now'],
  setClock: ['改到…', 'Set to…'],
  go: ['改到这时', 'Go'],
  cancel: ['取消', 'Cancel'],
  walk: ['走一遍', 'Take a walk'],
  reset: ['重新开张', 'Start over'],
  resetTitle: ['让商场重新开张？', 'Start the mall over?'],
  resetGo: ['重新开张', 'Start over'],
  resetting: ['商场正在重新开张', 'Opening the mall again'],
  inspector: ['看看云里面', 'Inside the cloud'],
  other: ['EN', '中文'],
  otherLabel: ['Switch to English', '换成中文'],
  requests: ['请求', 'Requests'],
  requestsNote: [
    '手机的每一次请求和它的数据库操作，点开看顺序',
    'Every request of a phone with its database calls; open one to see their order',
  ],
  noRequests: ['还没有请求。在手机上点一点。', 'No requests yet. Tap something on a phone.'],
  callsOne: ['次', 'call'],
  calls: ['次', 'calls'],
  colon: ['：', ': '],
  comma: ['，', ', '],
  callGet: ['读', 'get'],
  callQuery: ['查', 'query'],
  callSet: ['写', 'set'],
  callRemove: ['删', 'remove'],
  callBegin: ['开始事务', 'begin'],
  callCommit: ['提交', 'commit'],
  callRollback: ['撤回事务', 'roll back'],
  callOther: ['调用', 'call'],
  callFailed: ['没有成功', 'failed'],
  noCalls: ['没有用到数据库', 'No database call'],
  answered: ['已应答', 'answered'],
  refused: ['拒绝', 'refused'],
  failed: ['出错', 'failed'],
  replayed: ['重放', 'replayed'],
  replayedNote: [
    '同一个操作又来了一次：给的是第一次的答复',
    'The same operation came again and got its first answer',
  ],
  running: ['进行中', 'running'],
  hide: ['收起', 'Hide'],
  phones: ['桌上的手机', 'Phones on the table'],
  healthStarting: ['正在开机', 'starting'],
  healthFailed: ['没有打开', 'did not open'],
  healthThrew: ['程序出错', 'the program failed'],
  offlineOn: ['断开网络', 'Go offline'],
  offlineOff: ['接上网络', 'Go online'],
  offline: ['已断网', 'Offline'],
  dark: ['深色', 'Dark'],
  light: ['浅色', 'Light'],
  fontSize: ['字号', 'Text size'],
  inbox: ['收到的消息', 'Messages received'],
  inboxEmpty: [
    '还没有消息。小程序发来的服务通知、别的手机分享的卡片，都在这里。',
    'Nothing yet. What the mini program sends and what other phones share arrives here.',
  ],
  serviceMessage: ['服务通知', 'Service message'],
  shared: ['分享的', 'shared'],
  reload: ['重新打开小程序', 'Reopen the mini program'],
  choose: ['换一个人', 'Choose a person'],
  phoneStarts: ['手机正在开机', 'The phone is starting'],
  phoneFailed: ['小程序没有打开', 'The mini program did not open'],
  phoneAdvice: [
    '再打开一次；如果还是这样，在终端按 Ctrl-C，再运行 npm start 重新构建。',
    'Open it again. If that does not help, press Ctrl-C in the terminal and run npm start, which builds it anew.',
  ],
  openAgain: ['再打开一次', 'Open again'],
  starting: ['正在准备商场', 'The mall is getting ready'],
  startingNote: ['第一次要多等一会儿，以后几秒就好。', 'The first time takes a little longer.'],
  startFailed: ['没有启动成功', 'The start did not succeed'],
  silent: [
    '这一页连不上 npm start 了。在终端再运行一次 npm start，这里会自己接上。',
    'This page has lost npm start. Run npm start again in the terminal; the page connects by itself.',
  ],
  cloudSilent: [
    '本机的云没有应答，手机上的操作暂时不会成功。稍等，或在终端按 Ctrl-C 后再运行 npm start。',
    'The local cloud does not answer, so the phones cannot do much. Wait, or restart npm start in the terminal.',
  ],
  showIt: ['去看看', 'Show'],
} as const satisfies Record<string, readonly [string, string]>

export type Word = keyof typeof WORDS

let language: Language = recall('language') === 'en' ? 'en' : 'zh'
const saidBefore: (() => void)[] = []

export const say = (word: Word): string => WORDS[word][language === 'zh' ? 0 : 1]
export const spoken = (text: Spoken): string => text[language]
export const currentLanguage = (): Language => language

/** Does it now and whenever the language changes. */
export function inLanguage(speak: () => void): void {
  saidBefore.push(speak)
  speak()
}

/** An element that says a word in the language of the moment. */
export function saying<Made extends HTMLElement>(made: Made, word: Word | Spoken): Made {
  inLanguage(() => (made.textContent = typeof word === 'string' ? say(word) : spoken(word)))
  return made
}

export function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh'
  remember('language', language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const speak of saidBefore) speak()
}
