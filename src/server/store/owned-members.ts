/** The members of one employment of one assistant, by the last visit. Each function is one call. */
import { containing, database } from './database'
import { members, type MemberDocument } from './members'

export interface OwnedWish {
  /** Part of a name, or the last four digits of a phone. */
  readonly search?: string | undefined
  /** The list key of the last one seen. */
  readonly after?: string | undefined
}

const LIST_KEY = 'owner.listKey'

export async function ownedBy(
  employment: string,
  { search, after }: OwnedWish,
  limit: number,
): Promise<MemberDocument[]> {
  const is = database.command
  const wanted = {
    'owner.employment': employment,
    ...(after === undefined ? {} : { [LIST_KEY]: is.lt(after) }),
  }
  const { data } = await database
    .collection(members.name)
    .where(
      search === undefined
        ? wanted
        : is.and([wanted, is.or([{ name: containing(search) }, { phoneTail: search }])]),
    )
    .orderBy(LIST_KEY, 'desc')
    .limit(limit)
    .get()
  return data as MemberDocument[]
}

/** How many there are, and how full their books are on average, in whole percent rounded down. */
export async function ownedTotals(employment: string): Promise<{ count: number; completeness: number }> {
  const { list } = await database
    .collection(members.name)
    .aggregate()
    .match({ 'owner.employment': employment })
    .group({ _id: null, count: { $sum: 1 }, percents: { $sum: '$owner.completeness' } })
    .end()
  const [found] = list as { count: number; percents: number }[]
  return found
    ? { count: found.count, completeness: Math.floor(found.percents / found.count) }
    : { count: 0, completeness: 0 }
}
