/** What this store has to send, oldest first, by cursor. One call. */
import type { AssistantRewardOutputs } from '../../contract/reward-actions'
import type { Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { exchangesToSend } from '../store/exchanges'
import type { StaffDocument } from '../store/staff'

const PAGE = 20

export async function toSend(
  { who, at }: Call & { who: StaffDocument },
  { after }: { after?: string | undefined },
): Promise<Outcome<AssistantRewardOutputs['to-send']>> {
  const found = await exchangesToSend(who.storeId, PAGE + 1, after)
  const shown = found.slice(0, PAGE)
  const things = shown.flatMap(({ _id, number, reward, at: exchangedAt, address }) =>
    address === null
      ? []
      : [
          {
            exchangeId: _id,
            number,
            rewardName: reward.name,
            picture: reward.picture,
            at: exchangedAt,
            address,
          },
        ],
  )
  const next = found.length > PAGE ? (shown.at(-1)?.listKey ?? null) : null
  return { data: { things, next, serverNow: at } }
}
