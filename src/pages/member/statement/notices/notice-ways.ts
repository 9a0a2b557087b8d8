/** Where a notice leads: to what it tells of. */
import type { NoticeView } from '../../../../contract/notice-views'
import { TEMPLATE_OF, type MessageKind, type TemplateName } from '../../../../domain/messages/kinds'
import { openBirthday, openExchanges, openGrowth, openInvite, openPoints, openWallet } from '../../routes'

const WAY_OF: Readonly<Record<TemplateName, () => void>> = {
  change: openPoints,
  points: openPoints,
  tier: openGrowth,
  gift: openWallet,
  pickup: openExchanges,
}

/** Kinds with a page of their own. */
const OWN_WAY: Readonly<Partial<Record<MessageKind, () => void>>> = {
  birthday: openBirthday,
  'birthday-gift': openBirthday,
  'season-over': openInvite,
}

export const followNotice = ({ kind }: Pick<NoticeView, 'kind'>): void =>
  (OWN_WAY[kind] ?? WAY_OF[TEMPLATE_OF[kind]])()
