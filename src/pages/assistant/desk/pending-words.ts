/** What the desk says of a registration and of a refund that was never answered. */
import { fen } from '../../../domain/money/fen'
import { yuanText } from '../../../domain/money/yuan-text'
import { priceOfLines } from '../../../domain/purchases/keyed-lines'
import { DESK_TEXT as text } from '../../../text/zh-cn/assistant'
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
