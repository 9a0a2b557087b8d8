/** Where a notice leads: to what it tells of. */
import type { NoticeView } from '../../../../contract/notice-views'
import { TEMPLATE_OF, type TemplateName } from '../../../../domain/messages/kinds'
import { openBirthday, openExchanges, openGrowth, openPoints, openWallet } from '../../routes'

const WAY_OF: Readonly<Record<TemplateName, () => void>> = {
  points: openPoints,
  tier: openGrowth,
  gift: openWallet,
  pickup: openExchanges,
}

export const followNotice = ({ kind }: Pick<NoticeView, 'kind'>): void =>
  kind === 'birthday' || kind === 'birthday-gift' ? openBirthday() : WAY_OF[TEMPLATE_OF[kind]]()
