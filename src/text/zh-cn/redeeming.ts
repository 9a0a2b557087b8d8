/** Words of coupons, benefits and exchanges at the counter, in Simplified Chinese: facts and actions, for staff. */
import { after } from './after'

export const COUPON_TEXT = {
  strip: '可用的券',
  or: '、',
  anyPrice: '无门槛',
  from: (yuan: string) => `满 ${yuan}`,
  whole: '全单',
  most: (yuan: string) => `最多减 ${yuan}`,
  second: '买一赠一',
  alike: '同款两件',
  thing: '1 份',
  hours: (hours: number) => `${hours} 小时`,
  parking: '停车',
  off: (yuan: string) => `${yuan} 元抵用券`,
  fromOff: (from: string, off: string) => `满 ${from} 减 ${off}`,
  percent: (tenths: string) => `${tenths}券`,
  endsToday: '今天到期',
  endsTomorrow: '明天到期',
  daysLeft: (days: number) => `剩 ${days} 天`,
  saves: (amount: string) => `省 ${amount}`,
  short: (amount: string) => `还差 ${amount}`,
  says: {
    apart: '不可叠加',
    'no-pair': '要同款两件',
    'no-product': '没有指定商品',
    'nothing-left': '没有可减的',
    'no-gain': '不会更省',
  },
  chosen: (name: string) => `${name}，已选`,
  more: (count: number) => `还有\n${count} 张`,
  several: (count: number, amount: string) => `${count} 张券共省 ${amount}`,
  comeBack: (count: number) => `用掉的 ${count} 张券回到会员券包，过期的除外。`,
  allBack: (count: number) => `${count} 张券退回券包`,
  noneBack: (count: number) => `还有没退的，${count} 张券不退`,
  cheapest: '换回最省',
} as const

/** Of coupons that the member has and cannot use here now. */
export const NOT_NOW_TEXT = {
  fold: (count: number) => `另有 ${count} 张\n现在不能用`,
  title: '现在不能用的券',
  until: (day: string) => `${day}到期`,
  further: (count: number) => `还有 ${count} 张`,
  more: (count: number) => `还有 ${count} 张，请会员打开券包看`,
  list: '、',
  clause: '；',
  gift: '正在转赠，会员在券包里收回后能用',
  till: (clock: string) => `收银台正在用它结账，最晚 ${clock} 放开`,
  day: (day: string) => `${day}能用`,
  noDay: '到期前没有能用的日子',
  places: (places: string) => `在${places}用`,
  somePlaces: (places: string, count: number) => `在${places}等 ${count} 处用`,
  tiers: (tiers: string) => `限${tiers}会员`,
  stages: (stages: string) => `限${stages}`,
} as const

/** First characters of number plates. */
export const PROVINCES = '沪苏浙皖京津冀晋蒙辽吉黑闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'

export const REDEEM_TEXT = {
  now: '点开核销',
  used: '已核销',
  left: {
    month: (times: number) => `本月还有 ${times} 次`,
    year: (times: number) => `今年还有 ${times} 次`,
  },
  usedUp: { month: '本月已用完', year: '今年已用完' },
  confirm: '核销这张',
  confirmBenefit: '核销 1 次',
  running: '正在核销',
  unknown: '没有等到答复，不知道核销了没有。再按一次不会重复核销。',
  doneTitle: '已核销',
  donePlate: (name: string, plate: string) => `${name}，${plate}`,
  finish: '好',
  undo: '撤销这次核销',
  undoUnknown: '没有等到答复，不知道撤销了没有。再按一次不会重复撤销。',
  plate: '车牌号',
  plateHint: '省份后的字母和数字，6 或 7 位',
  provinceLabel: (province: string) => `车牌省份，${province}`,
} as const

export const HAND_OVER_TEXT = {
  title: '交付兑换',
  points: (points: string) => `${points} 积分`,
  money: (amount: string) => amount,
  kept: (day: string) => `留到 ${day}`,
  confirm: '已核对，交给会员',
  running: '正在记下',
  unknown: '没有等到答复，不知道记下了没有。再按一次不会重复交付。',
  undone: '已撤销，这件还等会员来领',
  doneTitle: '已交付',
  undo: '撤销这次交付',
  undoUnknown: '没有等到答复，不知道撤销了没有。再按一次不会重复撤销。',
} as const

export const DESK_NEWS_TEXT = {
  redeemed: (count: string) => `今天核销和交付 ${count} 件`,
  toSend: (count: string) => `待寄出 ${count} 件`,
  tasks: (count: string) => `今日关怀，还有 ${count} 位`,
  tasksDone: (count: string) => `今日关怀，问候过 ${count} 位`,
} as const

export const REDEMPTIONS_TEXT = {
  title: '今天的核销和交付',
  by: {
    coupon: (name: string) => after(name, '核销'),
    exchange: (name: string) => after(name, '交付'),
  },
  undoLabel: (name: string) => `撤销 ${name}`,
  undoTitle: { coupon: '撤销这次核销', exchange: '撤销这次交付' },
  undoAdvice: {
    coupon: (name: string) => `「${name}」回到会员券包，可以再用。`,
    exchange: (name: string) => `「${name}」还等会员来领，兑换码可以再扫。`,
  },
  keep: '先不撤销',
  undoUnknown: '没有等到答复，不知道撤销了没有。再撤销一次不会重复。',
  noneTitle: '今天还没有核销和交付',
  noneAdvice: '核销的券和权益、交付的兑换列在这里',
} as const

/** Of the desk, for what was sent and never answered: done or not, one more press leads to the same. */
export const PENDING_TEXT = {
  redeem: {
    title: '上一次核销结果未知',
    advice: '不知道核销了没有。再试一次不会重复核销。',
    plateAdvice: (plate: string) => `车牌 ${plate}，不知道核销了没有。再试一次不会重复核销。`,
    done: (name: string) => `${after(name, '已核销')}`,
    donePlate: (name: string, plate: string) => `${name}，${after(plate, '已核销')}`,
    leave: '不再核销',
    leaveTitle: '不再核销这次',
    leaveAdvice: '先看今天的核销和交付：有这次就是核销成了，没有就要重新扫码核销。',
  },
  handOver: {
    title: '上一次交付结果未知',
    advice: '不知道记下了没有。再试一次不会重复交付。',
    done: (name: string) => after(name, '已交付'),
    leave: '不再交付',
    leaveTitle: '不再交付这件',
    leaveAdvice: '先看今天的核销和交付：有这件就是记下了，没有就要重新扫码交付。',
  },
  sendOut: {
    title: '上一次寄出结果未知',
    advice: (carrier: string, tracking: string) =>
      `${carrier} ${tracking}，不知道记下了没有。再试一次不会重复记。`,
    done: '已记为寄出',
    leave: '不再记',
    leaveTitle: '不再记这次寄出',
    leaveAdvice: '先看待寄出：还列着就是没记下，要重新填运单。',
  },
} as const

/** Those that are chosen most; the first is proposed. */
export const CARRIERS = ['顺丰', '京东', '中通', '圆通', '韵达', '邮政'] as const

export const TO_SEND_TEXT = {
  title: '待寄出',
  exchanged: (moment: string) => after(moment, '兑换'),
  number: (number: string) => `兑换号 ${number}`,
  send: '填运单',
  more: '寄出后接着列其余的',
  sent: (thing: string, name: string) => `${thing} 已寄给 ${name}`,
  noneTitle: '没有要寄的',
  noneAdvice: '会员选邮寄的兑换会列在这里',
  sheetTitle: (thing: string) => `寄出 ${thing}`,
  carrier: '快递公司',
  tracking: '运单号',
  trackingHint: '6 到 32 位字母和数字',
  confirm: '记为已寄出',
  running: '正在记下',
  unknown: '没有等到答复，不知道记下了没有。再按一次不会重复记。',
} as const
