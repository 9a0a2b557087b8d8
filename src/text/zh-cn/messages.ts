/** What the mall tells a member, by kind: a title of 20 letters at most, as WeChat takes it, and a line. */
import type { MessageKind } from '../../domain/messages/kinds'

/** Figures as they are read. */
export interface NoticeWords {
  readonly points: string
  readonly day: string
  /** Empty where `day` is all there is. */
  readonly to: string
  /** How many points end on `day` itself. */
  readonly first: string
  /** Empty for a single one. */
  readonly count: string
  readonly name: string
  readonly before: string
  readonly years: string
  /** Money. */
  readonly amount: string
  readonly coupon: string
}

interface MessageText {
  readonly title: string
  readonly line: (words: NoticeWords) => string
}

/** Of a gift: points, a coupon, or both. */
const given = (points: string, coupon: string): string =>
  [points && ` ${points} 积分`, coupon && `「${coupon}」一张`].filter(Boolean).join('和')

export const MESSAGE_TEXT: Readonly<Record<MessageKind, MessageText>> = {
  purchase: {
    title: '消费已入账',
    line: ({ name, amount, points }) => `${name}消费 ${amount}，获得 ${points} 积分。`,
  },
  refund: {
    title: '退款已入账',
    line: ({ name, amount, points }) => `${name}退款 ${amount}，扣回 ${points} 积分。`,
  },
  'points-expire': {
    title: '积分即将到期',
    line: ({ points, day, to, first }) =>
      to === ''
        ? `${points} 积分用到 ${day}，可以去积分商城兑换。`
        : `${day}到期 ${first} 积分，截至 ${to}共到期 ${points} 积分，可以去积分商城兑换。`,
  },
  'coupons-end': {
    title: '优惠券即将到期',
    line: ({ name, count, day, to }) => {
      if (count === '') return `「${name}」用到 ${day}，到店记得用。`
      const which = `「${name}」等 ${count} 张券`
      return to === '' ? `${which}用到 ${day}，到店记得用。` : `${which}从 ${day}起陆续到期，到 ${to}为止。`
    },
  },
  'tier-grace': {
    title: '等级进入保级宽限期',
    line: ({ name, day }) => `${name}保留到 ${day}，这期间达到门槛就续期。`,
  },
  'tier-kept': { title: '保级成功', line: ({ name, day }) => `${name}续期到 ${day}。` },
  'exchange-waits': {
    title: '兑换的奖品待领取',
    line: ({ name, day }) => `${name}保留到 ${day}，记得来取。`,
  },
  'exchange-ended': {
    title: '兑换过期，积分已退回',
    line: ({ name, points }) => `${name}没有来取，${points} 积分退回账户。`,
  },
  'upgrade-gift': {
    title: '升级礼已到账',
    line: ({ name, points, coupon }) => `升级${name}，送你${given(points, coupon)}。`,
  },
  'tier-lapsed': { title: '等级有变化', line: ({ name, before }) => `${before}已到期，现在是${name}。` },
  'referral-reward': {
    title: '邀请奖励到账',
    line: ({ points }) => `好友的首次消费过了退货期，${points} 积分到账。`,
  },
  'referral-back': {
    title: '邀请奖励已收回',
    line: ({ points }) => `好友的首次消费退了货，${points} 积分收回。`,
  },
  birthday: { title: '生日快乐', line: ({ day }) => `${day}，祝您生日快乐。` },
  anniversary: {
    title: '入会周年',
    line: ({ name, years, points, coupon }) =>
      `您来到${name} ${years} 年了，${points || coupon ? `送您${given(points, coupon)}` : '谢谢您'}。`,
  },
  'birthday-gift': { title: '生日礼可以选了', line: ({ day }) => `${day}前选一份，选好就在卡包里。` },
  'season-over': { title: '推荐人证书', line: () => '上一季的推荐人证书已生成，可在「邀请好友」里查看。' },
}
