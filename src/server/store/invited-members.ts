/** Who invited whom, read from the members: friends of one referrer, the board of a season, who waits to be looked at. */
import type { FriendState, Invited } from '../../domain/referrals/friend'
import type { Inviter } from '../../domain/referrals/inviter'
import type { Season } from '../../domain/referrals/season'
import { database } from './database'
import { members, type MemberDocument } from './members'

/** What of a friend is read: never the whole document. */
export type FriendRow = Pick<MemberDocument, '_id' | 'name' | 'cardNumber'> & { readonly invited: Invited }
export type BoardRow = Pick<MemberDocument, '_id' | 'name'> & { readonly inviter: Inviter }

const FRIEND = { name: true, cardNumber: true, invited: true } as const
const LIST_KEY = 'invited.listKey'
const BOARD_KEY = 'inviter.boardKey'

/** Newest first, those below `after` when given. One call. */
export async function friendsOf(referrerId: string, limit: number, after?: string): Promise<FriendRow[]> {
  const below = after === undefined ? {} : { [LIST_KEY]: database.command.lt(after) }
  const { data } = await database
    .collection(members.name)
    .where({ 'invited.by': referrerId, ...below })
    .orderBy(LIST_KEY, 'desc')
    .limit(limit)
    .field(FRIEND)
    .get()
  return data as FriendRow[]
}

/** How many friends are in which state. One call. */
export async function friendCounts(
  referrerId: string,
): Promise<Readonly<Partial<Record<FriendState, number>>>> {
  const { list } = await database
    .collection(members.name)
    .aggregate()
    .match({ 'invited.by': referrerId })
    .group({ _id: '$invited.state', count: { $sum: 1 } })
    .end()
  return Object.fromEntries(
    (list as { _id: FriendState; count: number }[]).map(({ _id, count }) => [_id, count]),
  )
}

/** Friends who wait until somebody has looked, longest first. One call. */
export async function waitingFriends(limit: number, after?: string): Promise<FriendRow[]> {
  const above = after === undefined ? {} : { [LIST_KEY]: database.command.gt(after) }
  const { data } = await database
    .collection(members.name)
    .where({ 'invited.review': 'waiting', ...above })
    .orderBy(LIST_KEY, 'asc')
    .limit(limit)
    .field(FRIEND)
    .get()
  return data as FriendRow[]
}

/** The names and cards of these members. One call. */
export async function namesOf(
  ids: readonly string[],
): Promise<Pick<MemberDocument, '_id' | 'name' | 'cardNumber'>[]> {
  if (ids.length === 0) return []
  const { data } = await database
    .collection(members.name)
    .where({ _id: database.command.in(ids) })
    .field({ name: true, cardNumber: true })
    .get()
  return data as Pick<MemberDocument, '_id' | 'name' | 'cardNumber'>[]
}

/** Who leads the board of a season. One call. */
export async function boardOf(season: Season, limit: number): Promise<BoardRow[]> {
  const { data } = await database
    .collection(members.name)
    .where({ [BOARD_KEY]: within(season, `${season}:`) })
    .orderBy(BOARD_KEY, 'desc')
    .limit(limit)
    .field({ name: true, inviter: true })
    .get()
  return data as BoardRow[]
}

/** The place of this key on the board of its season. One call. */
export async function placeOf(season: Season, boardKey: string): Promise<number> {
  const { list } = await database
    .collection(members.name)
    .aggregate()
    .match({ [BOARD_KEY]: within(season, boardKey) })
    .group({ _id: null, count: { $sum: 1 } })
    .end()
  return ((list as { count: number }[])[0]?.count ?? 0) + 1
}

/** Keys of the season above this one; a semicolon follows the colon that ends a season's name. */
const within = (season: Season, above: string): unknown =>
  database.command.and([database.command.gt(above), database.command.lt(`${season};`)])
