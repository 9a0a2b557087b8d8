/** Invitations that do not count: every reason, what is told to whom, and that nothing is written or given for it. */
import { sdkDatabase } from '../local/cloud/sdk'
import { codeOf, dataOf, newOperation } from './cloud'
import {
  accept,
  befriend,
  closeAccount,
  codeFor,
  deviceOf,
  friendOpenid,
  friendPhone,
  invitationFor,
  invitedOf,
  inviteOf,
  joinAs,
  publishFriendOffer,
} from './invited'
import {
  ASSISTANT,
  DAY,
  goods,
  MANAGER,
  mallOfFile,
  MEMBER,
  nothingWritten,
  OTHER_MEMBER,
  STRANGER,
} from './mall'

const mall = mallOfFile()
let code = ''
const invite = (by = MEMBER) => inviteOf(mall(), by)
const invitation = (by: string, of = code) => invitationFor(mall(), by, of)
const refused = async (work: () => Promise<Parameters<typeof codeOf>[0]>) =>
  codeOf(await nothingWritten(mall(), work))
const close = (openid: string) => closeAccount(mall(), openid)

beforeEach(async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  await mall().join(OTHER_MEMBER)
  code = await codeFor(mall(), MEMBER)
})

describe('an invitation does not count', () => {
  test('for who invites, and for who is a member already', async () => {
    expect(await refused(() => accept(mall(), code, MEMBER))).toBe('invitation.own')
    expect(await refused(() => accept(mall(), code, OTHER_MEMBER))).toBe('invitation.member')
    expect(await refused(() => accept(mall(), 'aaaaaaaaaa', STRANGER))).toBe('invitation.unknown')
  })

  test('from staff', async () => {
    const ofStaff = await codeFor(mall(), ASSISTANT)
    expect(await refused(() => accept(mall(), ofStaff, STRANGER))).toBe('invitation.staff')
    expect(await invitation(STRANGER, ofStaff)).toMatchObject({ state: 'refused', why: 'staff' })
    dataOf(await accept(mall(), code, STRANGER))
    const phone = mall().member().phone ?? ''
    const input = { phone, name: 'new', storeId: 'store-1', role: 'assistant' as const }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, input))
    const joined = dataOf(await joinAs(mall(), STRANGER, friendPhone(1)))
    expect(joined.invited).toEqual({ from: MEMBER, coupon: null, why: 'staff' })
    expect(mall().member(STRANGER).invited).toMatchObject({ state: 'refused', why: 'staff' })
    expect(mall().all('coupons')).toEqual([])
  })

  test('on the phone on which its referrer invites, or another friend accepted; elsewhere it does', async () => {
    const onOne = () => accept(mall(), code, STRANGER, newOperation(), deviceOf(MEMBER))
    expect(await refused(onOne)).toBe('invitation.same-device')
    dataOf(await accept(mall(), code, friendOpenid(1)))
    const onFriends = () => accept(mall(), code, STRANGER, newOperation(), deviceOf(friendOpenid(1)))
    expect(await refused(onFriends)).toBe('invitation.same-device')
    expect(codeOf(await accept(mall(), code, STRANGER))).toBe('ok')
  })

  test('in a loop: who was invited by this person cannot invite back, however long the line', async () => {
    await befriend(mall(), code, 1)
    const second = await codeFor(mall(), friendOpenid(1))
    await befriend(mall(), second, 2)
    const third = await codeFor(mall(), friendOpenid(2))
    await close(MEMBER)
    expect(await refused(() => accept(mall(), third, MEMBER))).toBe('invitation.loop')
    expect(await invitation(MEMBER, second)).toMatchObject({ state: 'refused', why: 'loop' })
  })

  test('for a phone that was bound before, or for a customer from before', async () => {
    await befriend(mall(), code, 1)
    await close(friendOpenid(1))
    dataOf(await accept(mall(), code, STRANGER))
    expect(dataOf(await joinAs(mall(), STRANGER, friendPhone(1))).invited).toMatchObject({
      why: 'phone-known',
    })
    // A till opened an account for this phone before the invitation; for another one after it.
    const receipt = (n: number) => ({
      receipt: newOperation(),
      member: { phone: friendPhone(n) },
      lines: [goods(20_000)],
    })
    dataOf(await mall().till('purchase', mall().till1, receipt(2)))
    mall().cloud.clock.shift(DAY)
    dataOf(await accept(mall(), code, friendOpenid(2)))
    dataOf(await accept(mall(), code, friendOpenid(3)))
    mall().cloud.clock.shift(DAY)
    dataOf(await mall().till('purchase', mall().till1, receipt(3)))
    const known = dataOf(await joinAs(mall(), friendOpenid(2), friendPhone(2)))
    expect([known.tookOver, known.invited?.why]).toEqual([true, 'phone-known'])
    const fresh = dataOf(await joinAs(mall(), friendOpenid(3), friendPhone(3)))
    expect([fresh.tookOver, fresh.invited?.why]).toEqual([true, undefined])
  })

  test('a second time for a person who left', async () => {
    await befriend(mall(), code, 1)
    await close(friendOpenid(1))
    expect((await invitation(friendOpenid(1))).state).toBe('other')
    expect(await refused(() => accept(mall(), code, friendOpenid(1)))).toBe('invitation.other')
    expect(dataOf(await joinAs(mall(), friendOpenid(1), friendPhone(5))).invited).toBeUndefined()
  })

  test('once its referrer has left, before or after it was accepted', async () => {
    dataOf(await accept(mall(), code, STRANGER))
    await close(MEMBER)
    expect(await refused(() => accept(mall(), code, friendOpenid(1)))).toBe('invitation.unknown')
    const joined = dataOf(await joinAs(mall(), STRANGER, friendPhone(1)))
    expect(joined.invited).toEqual({ from: null, coupon: null, why: 'referrer-gone' })
  })

  test('above ten friends of a day; the sixth to the tenth have to be looked at; tomorrow it does again', async () => {
    for (let n = 1; n <= 10; n += 1) await befriend(mall(), code, n)
    const reviews = Array.from({ length: 10 }, (_, n) => invitedOf(mall(), n + 1)?.review)
    expect(reviews).toEqual([...Array<undefined>(5).fill(undefined), ...Array<string>(5).fill('waiting')])
    expect(await refused(() => accept(mall(), code, friendOpenid(11)))).toBe('invitation.limit-today')
    expect(await invitation(friendOpenid(11))).toMatchObject({ state: 'refused', why: 'limit-today' })
    mall().cloud.clock.shift(DAY)
    expect(await befriend(mall(), code, 11)).toMatchObject({ coupon: 'offer friend-30' })
    expect(invitedOf(mall(), 11)?.review).toBeUndefined()
    const first = dataOf(await mall().ask('member', 'friends', MEMBER, {}))
    expect(first.friends.map(({ state }) => state)).toEqual([
      'joined',
      ...Array<string>(5).fill('review'),
      ...Array<string>(5).fill('joined'),
    ])
  })

  test('when eleven who had accepted join on one day: the eleventh is told so', async () => {
    for (let n = 1; n <= 11; n += 1) dataOf(await accept(mall(), code, friendOpenid(n)))
    for (let n = 1; n <= 10; n += 1) dataOf(await joinAs(mall(), friendOpenid(n), friendPhone(n)))
    const joined = dataOf(await joinAs(mall(), friendOpenid(11), friendPhone(11)))
    expect(joined.invited).toEqual({ from: MEMBER, coupon: null, why: 'limit-today' })
    expect((await invite()).friends[0]).toMatchObject({ state: 'refused', why: 'limit-today' })
    expect(mall().member().inviter?.today).toMatchObject({ joined: 10 })
  })

  test('above fifty of a season; in the next one it does again', async () => {
    await befriend(mall(), code, 1)
    dataOf(await accept(mall(), code, friendOpenid(3)))
    const { _id, inviter, ...member } = mall().member()
    const seasons = inviter?.seasons.map((each) => ({ ...each, joined: 50 }))
    const data = { ...member, inviter: { ...inviter, seasons } }
    await sdkDatabase(mall().cloud).collection('members').doc(_id).set({ data })
    expect(await refused(() => accept(mall(), code, friendOpenid(2)))).toBe('invitation.limit-season')
    const joined = dataOf(await joinAs(mall(), friendOpenid(3), friendPhone(3)))
    expect(joined.invited).toMatchObject({ coupon: null, why: 'limit-season' })
    mall().cloud.clock.shift(92 * DAY)
    expect(codeOf(await accept(mall(), code, friendOpenid(2)))).toBe('ok')
  })
})
