/**
 * What happened at a counter is told by the clock a minute later, so that nobody waits for a message there. The ledger has its
 * line in any case: what may not leave as a message is no notice.
 * Invariant: no more is kept to be told than there are permissions.
 */
import { gate, type MessagePurse } from './gate'
import { TEMPLATE_OF, type NoticeDraft } from './kinds'

/**
 * The purse with the notice among what is to be told, or as it was when it may not be sent.
 * @param wantsOffers whether the member agreed that data are used for offers.
 */
export function withUntold(
  purse: MessagePurse,
  notice: NoticeDraft,
  wantsOffers: boolean,
  at: number,
): MessagePurse {
  const { untold = [], quota } = purse
  const template = TEMPLATE_OF[notice.kind]
  const promised = untold.filter(({ kind }) => TEMPLATE_OF[kind] === template).length
  const left = { ...purse, quota: { ...quota, [template]: (quota[template] ?? 0) - promised } }
  return 'kept' in gate(notice, left, wantsOffers, at) ? purse : { ...purse, untold: [...untold, notice] }
}

export function withoutUntold({ untold: _told, ...purse }: MessagePurse): MessagePurse {
  return purse
}
