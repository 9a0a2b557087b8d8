/** Words of what the counter does beside scanning and registering, in Simplified Chinese: facts and actions, for staff. */
import type { Calendar } from '../../domain/members/said'
import type { LifecycleStage } from '../../domain/members/lifecycle'
import { after } from './after'

export const RECEIPT_TEXT = {
  open: '按小票退款',
  title: '按小票找消费',
  advice: '输入小票上的小票号，只找本店收银台的小票。',
  field: '小票号',
  hint: '字母、数字和 - . : _，照小票原样',
  wrongLetters: '小票号只有字母、数字和 - . : _',
  confirm: '找这张小票',
  searching: '正在找',
  several: '本店有几台收银机用了这个号，按时间和金额选一张',
  rowLabel: (moment: string, name: string, paid: string) => `${moment}，${name}，实收 ${paid}，去退款`,
} as const

export const FRESH_TEXT = {
  loading: '正在取这笔消费',
  outdatedTitle: '这笔消费刚有变动',
  outdatedAdvice: '没有退款。下面已是现在能退的件数和金额，请核对后再退一次。',
  notRefreshed: '没有刷新，显示的是之前的件数和金额。',
} as const

export const BOOK_TEXT = {
  open: (name: string) => `${name}在本店的记录`,
  title: '本店记录',
  loading: '正在取本店的记录',
  today: '今天',
  noneToday: '今天在本店还没有消费',
  refund: (reason: string) => `退款，${reason}`,
  byHand: (name: string) => after(name, '登记'),
  receipt: (receipt: string) => `小票 ${receipt}`,
  earned: (points: string) => `+${points} 积分`,
  takenBack: (points: string) => `收回 ${points} 积分`,
  refunded: (amount: string) => `已退 ${amount}`,
  earlier: '最近消费',
  more: (count: number) => `还有 ${count} 笔更早的`,
  noneEarlier: '之前没有在本店消费过',
} as const

export const STAGE_TEXT = {
  potential: '还没买过',
  new: '新客',
  active: '常来',
  dormant: '久未来',
  lost: '很久没来',
} as const satisfies Record<LifecycleStage, string>

export const SAID_TEXT = {
  open: '报手机尾号',
  title: '会员手机打不开',
  advice: '请会员说手机尾号四位和生日。每次查都记名，每天限次。没登记生日的，到收银台报手机号，积分照记。',
  tail: '手机尾号',
  tailHint: (left: number) => (left > 0 ? `还差 ${left} 位` : '尾号齐了'),
  calendar: '历法',
  calendars: { solar: '公历', lunar: '农历' } satisfies Record<Calendar, string>,
  chosen: (name: string) => `${name}，已选`,
  birthday: '生日，如 0523',
  birthdayHint: '月日各两位',
  birthdayWrong: '没有这一天',
  birthdayRead: (calendar: string, month: number, day: number) => `${calendar} ${month} 月 ${day} 日`,
  confirm: '核对会员',
  running: '正在核对',
} as const

export const NOTE_TEXT = {
  title: '本店备注',
  none: '还没有备注，登记后可以写一句',
  line: (by: string, moment: string) => `${by}，${moment}`,
  more: (count: number) => `还有 ${count} 条更早的`,
  open: '写备注',
  sheetTitle: '记一笔',
  advice: '只给本店同事看。写事实和下次能做的事，不写身份证、病情。',
  field: '这次来买了什么、喜欢什么',
  left: (length: number, longest: number) => `${length} / ${longest}`,
  confirm: '记下',
  running: '正在记',
  unknown: '没有等到答复，不知道记下了没有。再按一次不会重复记。',
  done: '备注已记下',
} as const

export const PIECE_TEXT = {
  add: '加一件',
  addLabel: '这件记下，再加一件',
  list: '已加的几件',
  sum: (count: number) => `${count} 件，共`,
  nameless: (no: number) => `第 ${no} 样`,
  times: (unit: string, quantity: number) => `${unit} × ${quantity}`,
  rowLabel: (name: string, price: string) => `${name}，${price}，改件数或名称`,
  remove: (name: string) => `去掉${name}`,
  noAmount: '先输入这件的金额',
  mostPieces: '一笔最多 50 样',
  sheetTitle: (unit: string) => `这件 ${unit}`,
  quantity: '件数',
  less: '少一件',
  more: '多一件',
  name: '名称，可不填',
  nameHint: '20 个字以内，退款时凭它认出是哪件',
  known: '最近用过的名称',
  confirm: (price: string) => `记为 ${price}`,
} as const

export const BIND_TEXT = {
  open: '绑定旧卡',
  title: '绑定旧卡',
  advice: '输入旧卡卡号。卡里的积分、消费和等级并入这位会员，并入后不能拆开。每次都记下是谁绑的。',
  adviceOfPhone: '给还没有会员卡的顾客：输入旧卡卡号和顾客说的手机号，用这个手机号办卡时旧卡的积分就在。',
  card: '旧卡 8 位卡号',
  cardHint: (left: number) => (left > 0 ? `还差 ${left} 位` : '卡号齐了'),
  phone: '顾客的手机号',
  phoneHint: (left: number) => (left > 0 ? `还差 ${left} 位` : '手机号齐了'),
  phoneWrong: '手机号以 1 开头，11 位',
  confirm: '绑定这张旧卡',
  running: '正在绑定',
  unknown: '没有等到答复，不知道绑好了没有。再按一次不会重复绑定。',
  doneTitle: '旧卡已绑定',
  done: (name: string, moved: string, points: string) =>
    `并入 ${moved} 积分，${after(name, '现有')} ${points} 积分`,
  doneOfPhone: (tail: string, points: string) =>
    `已绑到尾号 ${tail} 的手机，卡里有 ${points} 积分。顾客用这个手机号办卡后就能看到。`,
  debt: (debt: string) => `旧卡还欠 ${debt} 积分，已从现有积分里抵`,
  tier: (tier: string) => `两边的消费合起来，现在是${tier}`,
  finish: '好',
} as const
