/** Invitations: who may accept one, what joining makes of it, what is told to both, and every reason why one does not count. */
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import {
  accept,
  befriend,
  codeFor,
  couponOfFriend,
  deviceOf,
  friendOpenid,
  friendPhone,
  invitationFor,
  invitedOf,
  inviteOf,
  joinAs,
  publishFriendOffer,
} from './invited'
import { DAY, MANAGER, mallOfFile, MEMBER, nothingWritten, OTHER_MEMBER, STRANGER } from './mall'

const mall = mallOfFile()
let code = ''
const invite = (by = MEMBER) => inviteOf(mall(), by)
const invitation = (by: string, of = code) => invitationFor(mall(), by, of)
const refused = async (work: () => Promise<Parameters<typeof codeOf>[0]>) =>
  codeOf(await nothingWritten(mall(), work))

beforeEach(async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  await mall().join(OTHER_MEMBER)
  code = await codeFor(mall(), MEMBER)
})

describe('who invites', () => {
  test('has one code of ten letters and digits, whoever asks again', async () => {
    expect(code).toMatch(/^[a-z2-7]{10}$/)
    expect(await codeFor(mall(), MEMBER)).toBe(code)
    expect((await invite()).code).toBe(code)
    expect((await invite(OTHER_MEMBER)).code).toBeNull()
    expect(codeOf(await mall().ask('member', 'invite', STRANGER))).toBe('member.not-joined')
  })

  test('reads what both get, and nothing yet', async () => {
    expect(await invite()).toMatchObject({
      name: MEMBER,
      mallName: '梧桐里',
      terms: {
        friendGets: { worth: { kind: 'cash', offFen: 3_000 } },
        points: 600,
        leastFirstPurchaseFen: 10_000,
      },
      figures: { accepted: 0, joined: 0, bought: 0, rewarded: 0 },
      honour: { held: null, next: { honour: 'bronze', needs: 1, missing: 1 }, friends: 0 },
      friends: [],
      board: { rows: [], own: null, isShown: true },
    })
  })

  test('gets a picture of the mini-program code that carries it', async () => {
    const { picture } = dataOf(await mall().ask('member', 'invite-picture', MEMBER))
    expect(Buffer.from(picture, 'base64').subarray(1, 4).toString()).toBe('PNG')
    const none = await mall().ask('member', 'invite-picture', OTHER_MEMBER)
    expect(codeOf(none)).toBe('invitation.not-started')
  })

  test('makes 6 calls to begin, 5 to look, 2 for the friends, 2 for the picture', async () => {
    await mall().ask('member', 'invite', MEMBER)
    expect([await invite(), mall().lastCalls()][1]).toBe(5)
    expect(mall().cloud.invocations().at(-1)?.sequentialDepth).toBe(2)
    await mall().ask('member', 'friends', MEMBER, {})
    expect(mall().lastCalls()).toBe(2)
    await mall().ask('member', 'invite-picture', MEMBER)
    expect(mall().lastCalls()).toBe(2)
    await mall().ask('member', 'start-inviting', OTHER_MEMBER, { device: deviceOf(OTHER_MEMBER) })
    expect(mall().lastCalls()).toBe(6)
  })
})

describe('an invitation', () => {
  test('says who invites and what both get, also to who has not joined', async () => {
    const shown = await nothingWritten(mall(), () => invitation(STRANGER))
    expect(shown).toMatchObject({ from: MEMBER, state: 'open', terms: { points: 600 } })
    expect((await invitation(MEMBER)).state).toBe('own')
    expect((await invitation(OTHER_MEMBER)).state).toBe('member')
    const unknown = await mall().ask('member', 'invitation', STRANGER, { code: 'aaaaaaaaaa' })
    expect(codeOf(unknown)).toBe('invitation.unknown')
  })

  test('accepted and followed by joining binds, counts, and brings the friend a coupon', async () => {
    dataOf(await accept(mall(), code, friendOpenid(1)))
    expect((await invitation(friendOpenid(1))).state).toBe('yours')
    expect((await invite()).figures).toEqual({ accepted: 1, joined: 0, bought: 0, rewarded: 0 })
    const joined = dataOf(await joinAs(mall(), friendOpenid(1), friendPhone(1)))
    expect(joined.invited).toEqual({ from: MEMBER, coupon: 'offer friend-30' })
    expect(invitedOf(mall(), 1)).toMatchObject({ by: mall().member()._id, state: 'joined' })
    expect(couponOfFriend(mall(), 1)).toMatchObject({
      state: 'issued',
      from: 'invitation',
      terms: { worth: { kind: 'cash', offFen: 3_000 }, giftable: false },
    })
    const { figures, friends, honour } = await invite()
    expect(figures).toEqual({ accepted: 1, joined: 1, bought: 0, rewarded: 0 })
    expect(friends).toMatchObject([{ name: friendOpenid(1), state: 'joined', joinedOn: mall().today() }])
    expect(honour.friends).toBe(0)
    expect(mall().member().inviter).toMatchObject({
      today: { joined: 1 },
      seasons: [{ joined: 1, rewarded: 0 }],
    })
  })

  test('joined once more by the same command says the same; a coupon is issued once', async () => {
    dataOf(await accept(mall(), code, friendOpenid(1)))
    const phoneCode = mall().cloud.newPhoneCode(friendPhone(1))
    const input = { phoneCode, name: 'friend' }
    const join = () => mall().ask('member', 'join', friendOpenid(1), input, 'operation-join-1')
    const answers = await mall().atOnce('member', 4, join)
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed', 'replayed'])
    for (const answer of answers)
      expect(dataOf(answer).invited).toEqual({ from: MEMBER, coupon: 'offer friend-30' })
    expect(mall().all('coupons')).toHaveLength(1)
    expect(mall().member().inviter?.today).toMatchObject({ joined: 1 })
  })

  test('accepted by one command that is sent again is one; with another code it is refused', async () => {
    const first = await accept(mall(), code, STRANGER, 'operation-accept')
    const again = await nothingWritten(mall(), () => accept(mall(), code, STRANGER, 'operation-accept'))
    expect(dataOf(again)).toEqual(dataOf(first))
    expect(codeOf(await nothingWritten(mall(), () => accept(mall(), code, STRANGER)))).toBe('ok')
    const other = await codeFor(mall(), OTHER_MEMBER)
    expect(await refused(() => accept(mall(), other, STRANGER, 'operation-accept'))).toBe(
      'operation.mismatch',
    )
  })

  test('is the first that the friend accepted: of two at once one counts, the other is told', async () => {
    const other = await codeFor(mall(), OTHER_MEMBER)
    const codes = [code, other]
    const answers = await mall().atOnce('member', 2, (n) => accept(mall(), codes[n - 1] ?? '', STRANGER))
    expect(answers.map(codeOf).sort()).toEqual(['invitation.other', 'ok'])
    expect(mall().all('referrals')).toHaveLength(1)
    const won = codes[answers.findIndex((answer) => codeOf(answer) === 'ok')] ?? ''
    const lost = codes.find((each) => each !== won) ?? ''
    expect([(await invitation(STRANGER, won)).state, (await invitation(STRANGER, lost)).state]).toEqual([
      'yours',
      'other',
    ])
    dataOf(await joinAs(mall(), STRANGER, friendPhone(9)))
    const winner = won === code ? MEMBER : OTHER_MEMBER
    expect(mall().member(STRANGER).invited?.by).toBe(mall().member(winner)._id)
  })

  test('of one referrer accepted and joined by two friends at once counts both', async () => {
    const friends = [1, 2].map(friendOpenid)
    const accepted = await mall().atOnce('member', 2, (n) => accept(mall(), code, friends[n - 1] ?? ''))
    expect(accepted.map(codeOf)).toEqual(['ok', 'ok'])
    const joined = await mall().atOnce('member', 2, (n) => joinAs(mall(), friendOpenid(n), friendPhone(n)))
    expect(joined.map(codeOf)).toEqual(['ok', 'ok'])
    expect(mall().member().inviter).toMatchObject({ today: { joined: 2 }, seasons: [{ joined: 2 }] })
    expect((await invite()).figures).toMatchObject({ accepted: 2, joined: 2 })
    expect([1, 2].map((n) => couponOfFriend(mall(), n)?.state)).toEqual(['issued', 'issued'])
  })
})

describe('a friend who waits to be looked at', () => {
  const decide = (friendId: string, decision: 'allow' | 'refuse', operationId = newOperation()) =>
    mall().ask('manager', 'decide-referral', MANAGER, { friendId, decision, reason: 'a reason' }, operationId)
  const reviews = async (after?: string) =>
    dataOf(await mall().ask('manager', 'referral-reviews', MANAGER, after === undefined ? {} : { after }))

  beforeEach(async () => {
    for (let n = 1; n <= 7; n += 1) await befriend(mall(), code, n)
  })

  test('is listed with the referrer, longest first; allowed or refused once, with a reason that is kept', async () => {
    const { reviews: listed, next } = await reviews()
    expect([listed.map(({ friendCard }) => friendCard), next]).toEqual([
      [6, 7].map((n) => mall().member(friendOpenid(n)).cardNumber),
      null,
    ])
    expect(listed[0]).toMatchObject({ friend: 'o**', referrer: 'o**', hasBought: false })
    const [six, seven] = listed.map(({ friendId }) => friendId)
    expect(dataOf(await decide(six ?? '', 'allow', 'operation-allow-6')).state).toBe('allowed')
    expect(kindOf(await decide(six ?? '', 'allow', 'operation-allow-6'))).toBe('replayed')
    expect(await refused(() => decide(six ?? '', 'refuse'))).toBe('referral.decided')
    expect(dataOf(await decide(seven ?? '', 'refuse')).state).toBe('refused')
    expect(invitedOf(mall(), 6)).toMatchObject({ state: 'joined', review: 'allowed' })
    expect(invitedOf(mall(), 7)).toMatchObject({ state: 'refused', why: 'reviewed' })
    expect((await reviews()).reviews).toEqual([])
    expect(await refused(() => decide('nobody', 'allow'))).toBe('referral.unknown')
    const kept = mall().all<{ action: string; reason?: string }>('audit')
    expect(kept.filter(({ action }) => action === 'decide-referral').map(({ reason }) => reason)).toEqual([
      'a reason',
      'a reason',
    ])
  })

  test('decided by two managers at once is decided once', async () => {
    const friendId = mall().member(friendOpenid(6))._id
    const answers = await mall().atOnce('manager', 2, (n) => decide(friendId, n === 1 ? 'allow' : 'refuse'))
    expect(answers.map(codeOf).sort()).toEqual(['ok', 'referral.decided'])
  })

  test('is not decided by who invited', async () => {
    const input = { phone: mall().member().phone ?? '', name: 'new', storeId: 'store-1' }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, { ...input, role: 'manager' }))
    const own = {
      friendId: mall().member(friendOpenid(6))._id,
      decision: 'allow' as const,
      reason: 'a reason',
    }
    expect(await refused(() => mall().ask('manager', 'decide-referral', MEMBER, own))).toBe('referral.own')
  })
})

test('who does not want to be seen is not on the board, and comes back to it', async () => {
  const show = (shown: boolean, by = MEMBER) => mall().ask('member', 'show-on-board', by, { shown })
  expect(dataOf(await show(false))).toEqual({ shown: false })
  expect((await invite()).board.isShown).toBe(false)
  dataOf(await show(true))
  expect((await invite()).board.isShown).toBe(true)
  expect(await refused(() => show(true, OTHER_MEMBER))).toBe('invitation.not-started')
})

test('friends come twenty at a time, each once', async () => {
  for (let n = 1; n <= 23; n += 1) {
    if (n % 10 === 0) mall().cloud.clock.shift(DAY)
    await befriend(mall(), code, n)
  }
  const first = dataOf(await mall().ask('member', 'friends', MEMBER, {}))
  const rest = dataOf(await mall().ask('member', 'friends', MEMBER, { after: first.next ?? '' }))
  expect([first.friends.length, rest.friends.length, rest.next]).toEqual([20, 3, null])
  expect(new Set([...first.friends, ...rest.friends].map(({ key }) => key)).size).toBe(23)
})

describe('while the mall has published no coupon for friends', () => {
  const bare = mallOfFile()

  test('an invitation counts all the same', async () => {
    await bare().join(MEMBER)
    const { terms } = dataOf(await bare().ask('member', 'invite', MEMBER))
    expect(terms.friendGets).toBeNull()
    const joined = await befriend(bare(), await codeFor(bare(), MEMBER), 1)
    expect(joined).toEqual({ from: MEMBER, coupon: null })
    expect(bare().all('coupons')).toEqual([])
  })
})
