/**
 * The own invitations. Calls: the member; then at once who accepted, friends by state, the friends who came last, the board,
 * and the own place on it when the member has one.
 */
import type { BoardView, InviteView } from '../../contract/referral-views'
import { figuresOf, honourOf, nextHonour, type Inviter } from '../../domain/referrals/inviter'
import type { ReferralRules } from '../../domain/referrals/rules'
import { lastDayOf, quarterOf, seasonOf, type Season } from '../../domain/referrals/season'
import { maskedName } from '../../domain/members/surnames'
import { businessDayOf } from '../../domain/time/business-day'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { boardOf, friendCounts, friendsOf, placeOf, type BoardRow } from '../store/invited-members'
import { members, type MemberDocument } from '../store/members'
import { programmeFor } from '../store/programme'
import { acceptedCount } from '../store/referrals'
import { friendView, referralTerms } from '../view/referral'

const BOARD_ROWS = 20
const FRIENDS_SHOWN = 3

export async function invite(call: Call): Promise<Outcome<InviteView>> {
  const [programme, member] = await Promise.all([programmeFor(call), members.first({ openid: call.openid })])
  const rules = programme.referral
  if (!rules) return refuse('invitation.off')
  if (!member) return refuse('member.not-joined')
  const { _id, inviter } = member
  const season = seasonOf(businessDayOf(call.at))
  const key = inviter?.boardKey?.startsWith(`${season}:`) ? inviter.boardKey : null
  const [terms, accepted, counts, friends, board, place] = await Promise.all([
    referralTerms(rules, call),
    acceptedCount(_id),
    friendCounts(_id),
    friendsOf(_id, FRIENDS_SHOWN),
    boardOf(season, BOARD_ROWS),
    key === null ? null : placeOf(season, key),
  ])
  const sum = Object.values(counts).reduce((all, count) => all + count, 0)
  const rewarded = counts.rewarded ?? 0
  return {
    data: {
      code: inviter?.code ?? null,
      name: member.name,
      mallName: programme.mallName,
      terms,
      figures: {
        accepted: Math.max(accepted, sum),
        joined: sum,
        bought: rewarded + (counts.bought ?? 0),
        rewarded,
      },
      honour: honourView(inviter, season, rules),
      certificates: certificates(inviter, season, rules),
      friends: friends.map(friendView),
      board: boardView(board, member, season, place),
      limits: { perDay: rules.perDay, perSeason: rules.perSeason },
      serverNow: call.at,
    },
  }
}

function honourView(
  inviter: Inviter | undefined,
  season: Season,
  rules: ReferralRules,
): InviteView['honour'] {
  const friends = inviter ? figuresOf(inviter, season).rewarded : 0
  return { held: honourOf(rules, friends), next: nextHonour(rules, friends), friends }
}

const certificates = (
  inviter: Inviter | undefined,
  season: Season,
  rules: ReferralRules,
): InviteView['certificates'] =>
  (inviter?.seasons ?? []).flatMap((each) => {
    const honour = each.season < season ? honourOf(rules, each.rewarded) : null
    return honour ? [{ season: each.season, honour, friends: each.rewarded }] : []
  })

function boardView(
  rows: readonly BoardRow[],
  { _id: own, inviter }: MemberDocument,
  season: Season,
  place: number | null,
): BoardView {
  const friendsOn = (row: Pick<BoardRow, 'inviter'>): number => figuresOf(row.inviter, season).rewarded
  const friends = inviter ? friendsOn({ inviter }) : 0
  const above = place === null ? undefined : rows[place - 2]
  return {
    quarter: quarterOf(season),
    endsOn: lastDayOf(season),
    rows: rows.map((row, n) => ({
      place: n + 1,
      name: maskedName(row.name ?? ''),
      friends: friendsOn(row),
      isOwn: row._id === own,
    })),
    own: place === null ? null : { place, friends, missing: above ? friendsOn(above) - friends + 1 : 0 },
    isShown: !inviter?.offBoard,
  }
}
