/**
 * Why an entry of the own history is what it is. Three calls: member, entry and purchase together; for a refund the third
 * is the entry that it corrects. Somebody else's entry is answered as one that does not exist.
 */
import type { WhyView } from '../../contract/points-and-growth'
import { nameIn } from '../../domain/programme/in-language'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { causeOf, entries } from '../store/entries'
import { members } from '../store/members'
import { programmeFor } from '../store/programme'
import { purchases } from '../store/purchases'
import { earningView, entryView, lotChangeViews } from '../view/entry'

export async function entry(call: Call, { id }: { id: string }): Promise<Outcome<WhyView>> {
  const { language } = call
  const cause = causeOf(id)
  const [programme, member, found, purchase] = await Promise.all([
    programmeFor(call),
    members.first({ openid: call.openid }),
    entries.get(id),
    cause.startsWith('purchase:') ? purchases.get(cause) : null,
  ])
  if (!member) return refuse('member.not-joined')
  if (found?.memberId !== member._id) return refuse('entry.unknown')
  const corrected = found.corrects === null ? null : await entries.get(found.corrects)
  return {
    data: {
      entry: entryView(found, language),
      programmeVersion: found.programmeVersion,
      receipt: found.about?.receipt ?? null,
      earning: purchase && earningView(purchase, programme, language),
      ...(found.checkIn && { checkIn: found.checkIn }),
      ...(found.coupon && { coupon: nameIn(found.coupon, language) }),
      lots: lotChangeViews(found.change.lots),
      pending: (found.change.pending ?? []).map(({ activatesOn, expiresOn, points }) => ({
        activatesOn,
        expiresOn,
        points,
      })),
      debt: found.change.debt,
      corrects: corrected && entryView(corrected, language),
      serverNow: call.at,
    },
  }
}
