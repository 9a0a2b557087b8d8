/** Friends who wait until somebody has looked at them, longest first. Calls: the friends, then their referrers. */
import type { ManagerOutputs } from '../../contract/manager'
import { maskedName } from '../../domain/members/surnames'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { namesOf, waitingFriends } from '../store/invited-members'

const PAGE = 20

export async function referralReviews(
  _call: Call,
  { after }: { after?: string | undefined },
): Promise<Outcome<ManagerOutputs['referral-reviews']>> {
  const found = await waitingFriends(PAGE + 1, after)
  const shown = found.slice(0, PAGE)
  const referrers = await namesOf([...new Set(shown.map(({ invited }) => invited.by))])
  return {
    data: {
      reviews: shown.map(({ _id, name, cardNumber, invited }) => {
        const referrer = referrers.find((each) => each._id === invited.by)
        return {
          friendId: _id,
          friend: maskedName(name ?? ''),
          friendCard: cardNumber,
          referrer: maskedName(referrer?.name ?? ''),
          referrerCard: referrer?.cardNumber ?? '',
          joinedAt: invited.at,
          hasBought: invited.state === 'bought',
        }
      }),
      next: found.length > PAGE ? (shown.at(-1)?.invited.listKey ?? null) : null,
    },
  }
}
