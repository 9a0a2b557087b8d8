/** What a friend brings: points once the first purchase stands, and nothing that stays when it does not stand any more. */
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { EntryDocument } from '../../src/server/store/entries'
import { violationsIn } from './books'
import { codeOf, dataOf, newOperation } from './cloud'
import {
  befriend,
  bringBack,
  buyAs,
  closeAccount,
  codeFor,
  friendOpenid,
  friendPhone,
  invitedOf,
  inviteOf,
  publishFriendOffer,
} from './invited'
import { nightOf, tick } from './nights'
import { publishRewards, reward, take } from './rewards'
import { ASSISTANT, goods, keyed, MANAGER, mallOfFile, MEMBER, MINUTE } from './mall'

const mall = mallOfFile()
let code = ''

const clock = () => tick(mall().cloud)
const today = () => mall().today() as BusinessDay
/** Lets the clock run in the first hours of the day so many days from now. */
const nightIn = (days: number) => nightOf(mall(), addDays(today(), days))
const purse = (openid = MEMBER) => mall().member(openid).account.purse
const referralEntries = () =>
  mall()
    .all<EntryDocument>('entries')
    .filter(({ rule }) => rule.startsWith('referral.'))
const audited = () => expect(violationsIn(mall())).toEqual([])

beforeEach(async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  code = await codeFor(mall(), MEMBER)
})

describe('the points of a friend', () => {
  test('come on the eighth day after the first purchase, once, and are told', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 10_000)
    const due = addDays(today(), 8)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'bought', dueOn: due })
    expect(mall().member(friendOpenid(1)).dueAt).toBe(startOfDay(due))
    expect((await inviteOf(mall())).friends).toMatchObject([{ state: 'bought', dueOn: due }])
    expect(await nightIn(7)).toMatchObject({ done: {} })
    expect(purse().earned).toBe(0)
    expect(await nightIn(1)).toMatchObject({ done: { members: 1 }, failed: 0 })
    expect(purse()).toMatchObject({
      earned: 600,
      lots: [{ kind: 'referral', left: 600, expiresOn: addMonths(due, 12) }],
    })
    const friendId = mall().member(friendOpenid(1))._id
    expect(referralEntries()).toMatchObject([
      { _id: `entry:referral:${friendId}`, memberId: mall().member()._id, day: due, change: { points: 600 } },
    ])
    expect(mall().all('notices')).toMatchObject([
      { _id: `notice:referral:${friendId}`, kind: 'referral-reward', figures: { points: 600, friends: 1 } },
    ])
    expect(await clock()).toEqual({ done: {}, failed: 0 })
    const { figures, honour, friends, board } = await inviteOf(mall())
    expect(figures).toEqual({ accepted: 1, joined: 1, bought: 1, rewarded: 1 })
    expect(honour).toMatchObject({ held: 'bronze', friends: 1, next: { honour: 'silver', missing: 4 } })
    expect(friends).toMatchObject([{ state: 'rewarded', rewardedOn: due, points: 600 }])
    expect(board).toMatchObject({
      rows: [{ place: 1, friends: 1, isOwn: true }],
      own: { place: 1, missing: 0 },
    })
    audited()
  })

  test('cost 10 calls: start, friend, referrer, two roles, notice, referrer, entry, friend, commit', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 10_000)
    await nightIn(8)
    const calls = (mall().cloud.invocations().at(-1)?.calls ?? []).map(({ action }) => action)
    const [, , ofFriend = []] = calls
      .join(' ')
      .split('database.startTransaction')
      .map((each) => each.trim().split(' '))
    expect(
      ofFriend.slice(0, ofFriend.indexOf('database.commitTransaction') + 1).map((each) => each.slice(9)),
    ).toEqual([
      ...Array<string>(4).fill('getDocument'),
      'insertDocument',
      'modifyDocument',
      'insertDocument',
      'modifyDocument',
      'commitTransaction',
    ])
  })

  test('a month late are the same: day, lot, ids', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 10_000)
    const due = addDays(today(), 8)
    await nightIn(40)
    expect(purse().lots).toEqual([{ kind: 'referral', left: 600, expiresOn: addMonths(due, 12) }])
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'rewarded', rewardedOn: due })
    expect(referralEntries()).toMatchObject([{ day: due, at: startOfDay(due) }])
    audited()
  })

  test('do not come for less than ¥100.00, and come for the first purchase that is as much, at the counter too', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 9_999)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'joined' })
    const visit = await mall().visit(friendOpenid(1))
    const input = { visit, lines: keyed(20_000), shownPayFen: 20_000 }
    const { purchaseId } = dataOf(await mall().ask('assistant', 'register', ASSISTANT, input))
    expect(mall().lastCalls()).toBeLessThanOrEqual(7)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'bought', purchaseId })
  })

  test('brought back in its return window bring nothing; the next purchase starts anew', async () => {
    await befriend(mall(), code, 1)
    dataOf(await bringBack(mall(), await buyAs(mall(), 1, 20_000)))
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'joined' })
    expect(mall().member(friendOpenid(1)).dueAt).not.toBe(startOfDay(addDays(today(), 8)))
    await nightIn(9)
    expect(purse().earned).toBe(0)
    await buyAs(mall(), 1, 20_000)
    await nightIn(8)
    expect(purse().earned).toBe(600)
    audited()
  })

  test('brought back a minute after the reward are taken back at the next minute, once', async () => {
    await befriend(mall(), code, 1)
    const receipt = await buyAs(mall(), 1, 20_000)
    await nightIn(8)
    expect(purse().earned).toBe(600)
    mall().cloud.clock.shift(MINUTE)
    dataOf(await bringBack(mall(), receipt))
    expect(mall().lastCalls()).toBeLessThanOrEqual(8)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'taking-back' })
    mall().cloud.clock.shift(MINUTE)
    expect(await clock()).toMatchObject({ done: { members: 1 }, failed: 0 })
    expect(purse()).toMatchObject({ earned: 600, reversed: 600, lots: [], debt: 0 })
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'taken-back' })
    expect(
      referralEntries()
        .map(({ rule, corrects }) => [rule, corrects])
        .sort(),
    ).toEqual([
      ['referral.back', `entry:referral:${mall().member(friendOpenid(1))._id}`],
      ['referral.reward', null],
    ])
    expect((await inviteOf(mall())).honour).toMatchObject({ held: null, friends: 0 })
    expect(await clock()).toEqual({ done: {}, failed: 0 })
    // Bought once more: this friend has had a turn.
    await buyAs(mall(), 1, 20_000)
    await nightIn(9)
    expect(purse().earned).toBe(600)
    audited()
  })

  test('that were spent meanwhile are owed', async () => {
    await befriend(mall(), code, 1)
    const receipt = await buyAs(mall(), 1, 20_000)
    await nightIn(8)
    await publishRewards(mall(), [reward('tea')])
    dataOf(await take(mall(), 'tea'))
    dataOf(await bringBack(mall(), receipt))
    await clock()
    expect(purse()).toMatchObject({ earned: 600, spent: 100, reversed: 600, lots: [], debt: 100 })
    audited()
  })

  test('at the same moment as the refund: one of both orders, and right in each', async () => {
    await befriend(mall(), code, 1)
    const receipt = await buyAs(mall(), 1, 20_000)
    mall().cloud.clock.set(startOfDay(addDays(today(), 8)) + 3_600_000)
    await Promise.all([clock(), bringBack(mall(), receipt)])
    mall().cloud.clock.shift(MINUTE)
    await clock()
    expect(purse().earned - purse().reversed).toBe(0)
    expect(['joined', 'taken-back']).toContain(invitedOf(mall(), 1)?.state)
    audited()
  })

  test('of two friends on one day are both there, also when the clock runs twice at once', async () => {
    for (const n of [1, 2]) await befriend(mall(), code, n)
    for (const n of [1, 2]) await buyAs(mall(), n, 20_000)
    mall().cloud.clock.set(startOfDay(addDays(today(), 8)) + 3_600_000)
    await Promise.all([clock(), clock()])
    await clock()
    expect(purse()).toMatchObject({ earned: 1200 })
    expect(mall().member().inviter).toMatchObject({ rewarded: 2 })
    audited()
  })
})

describe('nobody gets points', () => {
  test('who left before they were due; the friend reads why', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 20_000)
    await closeAccount(mall(), MEMBER)
    await nightIn(8)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'refused', why: 'referrer-gone' })
    expect(referralEntries()).toEqual([])
    audited()
  })

  test('for a friend who left before, and they go again for one who left after and brings back', async () => {
    for (const n of [1, 2]) await befriend(mall(), code, n)
    const [, receipt] = [await buyAs(mall(), 1, 20_000), await buyAs(mall(), 2, 20_000)]
    const [one, two] = [1, 2].map((n) => mall().member(friendOpenid(n))._id)
    await closeAccount(mall(), friendOpenid(1))
    await nightIn(8)
    await closeAccount(mall(), friendOpenid(2))
    const byId = (id = '') =>
      mall()
        .all<{ _id: string; invited: object }>('members')
        .find(({ _id }) => _id === id)
    expect(byId(one)?.invited).toMatchObject({ state: 'refused', why: 'friend-gone' })
    expect(byId(two)?.invited).toMatchObject({ state: 'rewarded' })
    expect((await inviteOf(mall())).friends.map(({ name, state }) => [name, state])).toEqual([
      [null, 'rewarded'],
      [null, 'refused'],
    ])
    expect(purse().earned).toBe(600)
    dataOf(await bringBack(mall(), receipt))
    await clock()
    expect(byId(two)?.invited).toMatchObject({ state: 'taken-back' })
    expect(purse()).toMatchObject({ earned: 600, reversed: 600 })
    audited()
  })

  test('that are due come although the friend leaves before the clock does', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 20_000)
    mall().cloud.clock.set(startOfDay(addDays(today(), 8)) + MINUTE)
    await closeAccount(mall(), friendOpenid(1))
    await clock()
    expect(purse().earned).toBe(600)
    audited()
  })

  test('when either came to work here meanwhile', async () => {
    await befriend(mall(), code, 1)
    await buyAs(mall(), 1, 20_000)
    const input = { phone: friendPhone(1), name: 'new', storeId: 'store-1', role: 'assistant' as const }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, input))
    await nightIn(8)
    expect(invitedOf(mall(), 1)).toMatchObject({ state: 'refused', why: 'staff' })
    expect(purse().earned).toBe(0)
  })

  test('who waits to be looked at; once allowed they come, however late', async () => {
    for (let n = 1; n <= 6; n += 1) await befriend(mall(), code, n)
    await buyAs(mall(), 6, 20_000)
    await nightIn(9)
    expect(purse().earned).toBe(0)
    const friendId = mall().member(friendOpenid(6))._id
    const decided = { friendId, decision: 'allow' as const, reason: 'a reason' }
    dataOf(await mall().ask('manager', 'decide-referral', MANAGER, decided))
    mall().cloud.clock.shift(MINUTE)
    await clock()
    expect(purse().earned).toBe(600)
    expect(invitedOf(mall(), 6)).toMatchObject({ state: 'rewarded', rewardedOn: today() })
    audited()
  })
})

test('a friend’s old card is bound: the purchases that count are the friend’s own, and refunds of them still take back', async () => {
  await befriend(mall(), code, 1)
  const card = { receipt: newOperation(), member: { card: '12345678' }, lines: [goods(50_000)] }
  dataOf(await mall().till('purchase', mall().till1, card))
  const receipt = await buyAs(mall(), 1, 20_000)
  const visit = await mall().visit(friendOpenid(1))
  const bound = await mall().ask('assistant', 'bind-card', ASSISTANT, { card: '12345678', to: { visit } })
  expect(codeOf(bound)).toBe('ok')
  await nightIn(8)
  expect(purse().earned).toBe(600)
  dataOf(await bringBack(mall(), receipt))
  await clock()
  expect(purse()).toMatchObject({ earned: 600, reversed: 600 })
  audited()
})
