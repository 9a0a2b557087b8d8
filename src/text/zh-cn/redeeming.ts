/** Words of coupons, benefits and exchanges at the counter, in Simplified Chinese: facts and actions, for staff. */

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
  comeBack: (count: number) => `用掉的 ${count} 张券回到会员券包，过期的除外。`,
  allBack: (count: number) => `${count} 张券退回券包`,
  noneBack: (count: number) => `还有没退的，${count} 张券不退`,
  cheapest: '换回最省',
} as const

/** First characters of number plates. */
export const PROVINCES = '沪苏浙皖京津冀晋蒙辽吉黑闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'

export const REDEEM_TEXT = {
  now: '点开核销',
  used: '已核销',
  confirm: '核销这张',
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
