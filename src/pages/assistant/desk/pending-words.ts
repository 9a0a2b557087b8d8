/** What the desk says of what was sent and never answered: a registration, a refund, a hand-over for a coupon or points, a parcel. */
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { priceOfLines } from '../../../domain/purchases/keyed-lines'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
import { PENDING_TEXT } from '../../../text/zh-cn/redeeming'
import type { PendingWords } from './PendingCommand'

export const PENDING_REGISTRATION: PendingWords<'register'> = {
  title: text.unknownTitle,
  advice: ({ lines, shownPayFen }) => {
    const price = priceOfLines(lines.map((line) => ({ ...line, unitFen: fen(line.unitFen) })))
    return text.unknownAdvice(yuanText(price), yuanText(fen(shownPayFen)))
  },
  done: ({ member, settlement }) => text.unknownDone(member.name, yuanText(fen(settlement.payFen))),
  leave: text.unknownLeave,
  leaveTitle: text.unknownLeaveTitle,
  leaveAdvice: text.unknownLeaveAdvice,
}

/** An undo is a refund too. */
export const PENDING_REFUND: PendingWords<'refund'> = {
  title: text.refundUnknownTitle,
  advice: ({ shownRefundFen }) => text.refundUnknownAdvice(yuanText(fen(shownRefundFen))),
  done: ({ memberName, refundFen }) => text.refundUnknownDone(memberName, yuanText(fen(refundFen))),
  leave: text.refundUnknownLeave,
  leaveTitle: text.refundUnknownLeaveTitle,
  leaveAdvice: text.refundUnknownLeaveAdvice,
}

/** A benefit that is scanned anew would be used a second time: its first press has to be seen to its end. */
export const PENDING_REDEMPTION: PendingWords<'redeem'> = {
  ...PENDING_TEXT.redeem,
  advice: ({ plate }) =>
    plate === undefined ? PENDING_TEXT.redeem.advice : PENDING_TEXT.redeem.plateAdvice(plate),
  done: ({ name, plate }) =>
    plate === null ? PENDING_TEXT.redeem.done(name) : PENDING_TEXT.redeem.donePlate(name, plate),
}

export const PENDING_HAND_OVER: PendingWords<'hand-over'> = {
  ...PENDING_TEXT.handOver,
  advice: () => PENDING_TEXT.handOver.advice,
  done: ({ exchange }) => PENDING_TEXT.handOver.done(exchange.rewardName),
}

export const PENDING_PARCEL: PendingWords<'send-out'> = {
  ...PENDING_TEXT.sendOut,
  advice: ({ carrier, tracking }) => PENDING_TEXT.sendOut.advice(carrier, tracking),
  done: () => PENDING_TEXT.sendOut.done,
}
