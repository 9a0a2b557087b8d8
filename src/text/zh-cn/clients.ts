/** Words of the client card, own members and phone numbers, in Simplified Chinese: facts and actions, for staff. */
import type { PhoneReason } from '../../contract/client-book'
import type { SizeKind } from '../../domain/members/client-card'
import type { BookPart } from '../../domain/members/completeness'
import { after } from './after'
import { before } from './before'

const parts = {
  name: '姓名',
  birthday: '生日',
  sizes: '尺码',
  preferences: '偏好',
  note: '近两次的备注',
} satisfies Record<BookPart, string>

export const CARD_TEXT = {
  title: '尺码与喜好',
  percent: (percent: number) => `完整度 ${percent}%`,
  missing: (missing: readonly BookPart[]) => `还差 ${missing.map((part) => parts[part]).join('、')}`,
  complete: '都记齐了',
  kinds: {
    top: '上装',
    bottom: '下装',
    waist: '腰围',
    shoe: '鞋码',
    ring: '指围',
  } satisfies Record<SizeKind, string>,
  sizes: '尺码',
  preferences: '偏好',
  allergies: '过敏与禁忌',
  none: '还没有记',
  noAllergies: '没有告诉过我们',
  allergiesOff: '会员没有同意给店员看',
  changed: (by: string, store: string, moment: string) => `${after(by, '在')}${store}记，${moment}`,
  edit: '改尺码与喜好',
  sizeHint: '照吊牌写，如 M、37、26 寸',
  preferenceField: '如 手冲、靠窗',
  allergyField: '如 花生、酒精',
  add: '添加',
  remove: (words: string) => `删去 ${words}`,
  mall: '各店到店时都能看到，会员自己也能看到、能删去。',
  allergyAdvice: '只记会员自己说的，不猜、不写病情。',
  save: '保存',
  saving: '正在保存',
  unknown: '没有等到答复，不知道保存了没有。再按一次不会重复保存。',
  outdatedTitle: '这份记录刚有变动',
  outdatedAdvice: (changes: readonly string[]) =>
    `没有保存。刚写的都还在。${changes.length === 0 ? '别人存过一次，内容没变' : `别人刚改的：${changes.join('，')}`}。核对后再保存。`,
  sizeNow: (kind: string, size: string | null) => (size === null ? `删去${kind}` : `${kind} ${size}`),
  tagAdded: (words: string) => `加了「${words}」`,
  tagRemoved: (words: string) => `删去「${words}」`,
  saved: '已保存',
} as const

export const PHONE_TEXT = {
  tail: (tail: string) => `手机尾号 ${tail}`,
  open: '看完整手机号',
  title: '看完整手机号',
  advice: '先选原因。谁在什么时候为什么看，都会记下，会员也能看到。',
  reason: '为什么看',
  reasons: {
    pickup: '联系取货',
    'after-sale': '售后回访',
    asked: '会员要求',
    other: '其他',
  } satisfies Record<PhoneReason, string>,
  chosen: (reason: string) => `${reason}，已选`,
  words: '写明原因，会员会看到',
  confirm: '看号码',
  running: '正在取',
  shown: '关上这里就不再显示，需要时重新选原因。',
  label: (phone: string) => `手机号 ${phone}`,
  unknown: '没有等到答复，不知道记下了没有。两分钟内再按一次，不会重复记。',
} as const

export const OWN_TEXT = {
  title: '名下会员',
  open: '名下会员',
  loading: '正在取名下会员',
  totals: (count: string, percent: number) => `${count} 位，平均完整度 ${percent}%`,
  search: '找姓名，或手机尾号四位',
  clear: '清除',
  lastVisit: (day: string) => before('上次', day),
  visitedToday: '今天来过',
  never: '还没买过',
  percentBare: (percent: number) => `${percent}%`,
  rowLabel: (name: string, tier: string, last: string, percent: number) =>
    `${name}，${tier}，${last}，完整度 ${percent}%，看本店记录`,
  emptyTitle: '名下还没有会员',
  emptyAdvice: '会员第一次由您登记消费，就在您的名下',
  noMatchTitle: '没有找到',
  noMatchAdvice: '姓名写一部分就行，手机要整个尾号四位',
  more: '正在取更多',
  showMore: '看更多',
  moreFailed: '没有取到，点这里再试',
  end: '都在这里了',
  pageTitle: '会员',
  bookLoading: '正在取本店的记录',
  inStore: (store: string) => `在${store}`,
  looked: '会员不在场。这次查看已记下，会员能看到。',
  purchases: '最近消费',
  noPurchases: '没有在本店消费过',
  noMemberTitle: '没有选中会员',
  noMemberAdvice: '回名下会员的清单里，点要看的那一位',
  back: '回名下会员',
} as const
