/** Friends who join, buy, bring back, leave and are looked at at random: points are those of friends whose purchase stands. */
import fc from 'fast-check'
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { violationsIn } from './books'
import { dataOf } from './cloud'
import {
  befriend,
  bringBack,
  buyAs,
  closeAccount,
  codeFor,
  friendOpenid,
  invitedOf,
  publishFriendOffer,
} from './invited'
import { MANAGER, mallOfFile, MEMBER } from './mall'
import { nightOf, tick } from './nights'

const mall = mallOfFile()
const nightIn = (days: number) => nightOf(mall(), addDays(mall().today() as BusinessDay, days))

const step = fc.record({
  what: fc.constantFrom('befriend', 'buy', 'buy', 'small', 'back', 'night', 'week', 'close', 'decide'),
  which: fc.nat(6),
})

test.each([1, 2, 3])(
  'random history %s: points for friends = friends whose purchase stands',
  async (seed) => {
    await publishFriendOffer(mall())
    await mall().join(MEMBER)
    const code = await codeFor(mall(), MEMBER)
    const joined: number[] = []
    const receipts: string[] = []
    const play = async ({ what, which }: { what: string; which: number }): Promise<unknown> => {
      const n = joined[which % Math.max(1, joined.length)] ?? 0
      if (what === 'befriend' && joined.length < 9) {
        await befriend(mall(), code, joined.length + 1)
        return joined.push(joined.length + 1)
      }
      if (n === 0) return undefined
      const isThere = mall()
        .all<{ openid: string }>('members')
        .some(({ openid }) => openid === friendOpenid(n))
      if ((what === 'buy' || what === 'small') && isThere)
        return receipts.push(await buyAs(mall(), n, what === 'buy' ? 20_000 : 5_000))
      if (what === 'back') return bringBack(mall(), receipts[which % Math.max(1, receipts.length)] ?? 'none')
      if (what === 'night') return nightIn(1 + (which % 3))
      if (what === 'week') return nightIn(8)
      if (what === 'close' && which === 0 && isThere) return closeAccount(mall(), friendOpenid(n))
      const friendId = mall().all<{ _id: string; invited?: { review?: string } }>('members')
      const waiting = friendId.find(({ invited }) => invited?.review === 'waiting')
      if (what !== 'decide' || !waiting) return undefined
      const decision = which % 2 ? ('allow' as const) : ('refuse' as const)
      const decided = { friendId: waiting._id, decision, reason: 'a reason' }
      return mall().ask('manager', 'decide-referral', MANAGER, decided)
    }
    for (const each of fc.sample(step, { seed, numRuns: 60 })) await play(each)
    await nightIn(20)
    const states = mall()
      .all<{ invited?: { state: string } }>('members')
      .map(({ invited }) => invited?.state)
    const standing = states.filter((state) => state === 'rewarded').length
    const { earned, reversed } = mall().member().account.purse
    expect(earned - reversed).toBe(600 * standing)
    expect(standing + states.filter((state) => state === 'taken-back').length).toBe(earned / 600)
    expect(states).not.toContain('taking-back')
    expect(violationsIn(mall())).toEqual([])
  },
)

test('a reward whose friend brings back when the referrer has left: what there was is void, and the friend is through', async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  await befriend(mall(), await codeFor(mall(), MEMBER), 1)
  const receipt = await buyAs(mall(), 1, 20_000)
  await nightIn(8)
  expect(mall().member().account.purse.earned).toBe(600)
  await closeAccount(mall(), MEMBER)
  dataOf(await bringBack(mall(), receipt))
  expect(await tick(mall().cloud)).toMatchObject({ done: { members: 1 }, failed: 0 })
  expect(invitedOf(mall(), 1)).toMatchObject({ state: 'taken-back' })
  expect(violationsIn(mall())).toEqual([])
})
