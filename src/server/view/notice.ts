/** What is shown of a notice: its figures by what they are, with names in place of ids; the words are found by whoever shows it. */
import type { NoticeView } from '../../contract/notice-views'
import type { Message } from '../../domain/messages/kinds'
import { nameIn, type Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import type { NoticeDocument } from '../store/notices'

export const noticeView = (
  notice: NoticeDocument,
  programme: Programme,
  readTo: string,
  language: Language,
): NoticeView => ({
  id: notice._id,
  kind: notice.kind,
  at: notice.at,
  isRead: notice.listKey <= readTo,
  ...noticeFigures(notice, programme),
  ...couponOf(notice, language),
})

/** The coupon that came with the points, or alone. */
const couponOf = (message: Message, language: Language): Pick<NoticeView, 'coupon'> =>
  (message.kind === 'upgrade-gift' || message.kind === 'anniversary') && message.figures.coupon
    ? { coupon: nameIn(message.figures.coupon, language) }
    : {}

const pointsOf = ({ points }: { readonly points: number }): Pick<NoticeView, 'points'> =>
  points > 0 ? { points } : {}

export function noticeFigures(
  message: Message,
  programme: Programme,
): Pick<NoticeView, 'points' | 'count' | 'day' | 'to' | 'first' | 'years' | 'name' | 'before' | 'fen'> {
  const tierName = (tierId: string): string =>
    programme.ladder.find(({ id }) => id === tierId)?.name ?? tierId
  switch (message.kind) {
    case 'purchase':
      return {
        points: message.figures.points,
        name: message.figures.storeName,
        fen: message.figures.paidFen,
      }
    case 'refund':
      return {
        points: message.figures.points,
        name: message.figures.storeName,
        fen: message.figures.refundFen,
      }
    case 'exchange-ended':
      return {
        points: message.figures.points,
        name: message.figures.rewardName,
        day: message.figures.on,
      }
    case 'points-expire': {
      const { points, expiresOn: day, to = day, first } = message.figures
      return { points, day, ...(to > day && { to, ...(first !== undefined && { first }) }) }
    }
    case 'coupons-end': {
      const { name, count, from: day, to } = message.figures
      return { name, day, ...(count > 1 && { count }), ...(to > day && { to }) }
    }
    case 'tier-grace':
    case 'tier-kept':
      return { name: tierName(message.figures.tierId), day: message.figures.until }
    case 'exchange-waits':
      return { name: message.figures.rewardName, day: message.figures.until }
    case 'upgrade-gift':
      return { ...pointsOf(message.figures), name: tierName(message.figures.tierId) }
    case 'tier-lapsed':
      return { name: tierName(message.figures.tierId), before: tierName(message.figures.from) }
    case 'birthday':
      return { day: message.figures.on }
    case 'anniversary': {
      const { years } = message.figures
      return { years, name: programme.mallName, ...pointsOf(message.figures) }
    }
    case 'birthday-gift':
      return { day: message.figures.until }
    case 'referral-reward':
    case 'referral-back':
      return { points: message.figures.points }
    // The page of invitations shows the certificate itself.
    case 'season-over':
      return {}
  }
}
