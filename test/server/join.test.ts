/** Joining: one person, one account; one phone, one account; what the till booked before comes along. */
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { MEMBER, MINUTE, OTHER_MEMBER, mallOfFile, nothingWritten, PHONES } from './mall'

const mall = mallOfFile()

const join = (openid: string, phoneCode: string, name = 'member 1', operationId = newOperation()) =>
  mall().ask('member', 'join', openid, { phoneCode, name }, operationId)
const phoneCode = (openid = MEMBER): string => mall().cloud.newPhoneCode(PHONES[openid] ?? '')
const ownMembers = () =>
  mall()
    .all<{ openid: string }>('members')
    .filter(({ openid }) => /member-\d$/.test(openid))

describe('who joins', () => {
  test('gets an empty card of the lowest tier', async () => {
    const { card, tookOver } = dataOf(await join(MEMBER, phoneCode(), '  member 1 '))
    expect(card).toMatchObject({ name: 'member 1', tierId: 'basic', tierName: '普通会员', points: 0 })
    expect(card.cardNumber).toMatch(/^8\d{7}$/)
    expect(tookOver).toBe(false)
    expect(mall().member()).toMatchObject({
      openid: MEMBER,
      phone: PHONES[MEMBER],
      cardNumber: card.cardNumber,
      account: {
        purse: { earned: 0, lots: [] },
        spendByDay: {},
        visits: { count: 0, lastDay: null, dayBefore: null },
      },
    })
    expect(mall().member().phoneHash).not.toContain(PHONES[MEMBER])
  })

  test('takes over the unclaimed account of the phone with its points, tier, spend and history', async () => {
    await mall().receipt('first', 5_200_000)
    const unclaimed = mall()
      .all<{ _id: string; joinedAt: number | null }>('members')
      .find((each) => !each.joinedAt)
    const { card, tookOver } = dataOf(await join(MEMBER, phoneCode()))
    expect(tookOver).toBe(true)
    expect(card).toMatchObject({ tierName: '金卡', points: 52_000 })
    expect(mall().member()._id).toBe(unclaimed?._id)
    expect(ownMembers()).toHaveLength(1)
    const home = dataOf(await mall().ask('member', 'home', MEMBER))
    expect(home).toMatchObject({
      joined: true,
      visitCount: 1,
      recent: [{ kind: 'purchase', paidFen: 5_200_000 }],
    })
    await mall().receipt('second', 10_000) // the phone leads to the same account: ¥100 × 1.5 = 150
    expect(mall().member().account.purse.earned).toBe(52_150)
  })
})

describe('joining again', () => {
  test('with the same operation and input gets the first answer', async () => {
    const code = phoneCode()
    const first = await join(MEMBER, code, 'member 1', 'operation-join')
    const again = await nothingWritten(mall(), () => join(MEMBER, code, 'member 1', 'operation-join'))
    expect(again).toEqual({ ...first, replayed: true })
  })

  test('with the same operation and another input is refused', async () => {
    const code = phoneCode()
    await join(MEMBER, code, 'member 1', 'operation-join')
    const other = await nothingWritten(mall(), () => join(MEMBER, code, 'member 2', 'operation-join'))
    expect(codeOf(other)).toBe('operation.mismatch')
  })

  test('as a member, with a new phone code, gets the card that is there and changes nothing', async () => {
    const first = dataOf(await join(MEMBER, phoneCode()))
    const again = await nothingWritten(mall(), () => join(MEMBER, phoneCode(OTHER_MEMBER), 'another name'))
    expect(again).toEqual({ ok: true, data: first, replayed: true })
  })
})

describe('joining is refused, and nothing written,', () => {
  const refused = async (openid: string, code: string) =>
    codeOf(await nothingWritten(mall(), () => join(openid, code)))

  test('when the phone belongs to another member', async () => {
    await mall().join(MEMBER)
    expect(await refused(OTHER_MEMBER, phoneCode(MEMBER))).toBe('phone.taken')
  })

  test('when the phone code was used, is too old, or made up', async () => {
    const used = phoneCode()
    await join(MEMBER, used)
    expect(await refused(OTHER_MEMBER, used)).toBe('phone.not-proved')
    const old = phoneCode(OTHER_MEMBER)
    mall().cloud.clock.shift(6 * MINUTE)
    expect(await refused(OTHER_MEMBER, old)).toBe('phone.not-proved')
    expect(await refused(OTHER_MEMBER, 'made-up')).toBe('phone.not-proved')
  })

  test('when the number is not one of the mainland', async () => {
    expect(await refused(MEMBER, mall().cloud.newPhoneCode('85291234567'))).toBe('phone.not-proved')
  })
})

describe('joining at once', () => {
  test('by two people with one number makes one member', async () => {
    const answers = await mall().atOnce('member', 2, (n) =>
      join(`openid-member-${n}`, mall().cloud.newPhoneCode('13811111111')),
    )
    expect(answers.map(codeOf).sort()).toEqual(['ok', 'phone.taken'])
    expect(ownMembers()).toHaveLength(1)
  })

  test('by one person with one tap that was sent twice answers both with the card', async () => {
    const code = phoneCode()
    const answers = await mall().atOnce('member', 3, () => join(MEMBER, code, 'member 1', 'operation-join'))
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed'])
    expect(new Set(answers.map((answer) => dataOf(answer).card.cardNumber)).size).toBe(1)
  })

  test('by one person with two taps answers both with the card', async () => {
    const answers = await mall().atOnce('member', 2, () => join(MEMBER, phoneCode()))
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed'])
    expect(ownMembers()).toHaveLength(1)
  })

  test('with the first receipt of that phone leaves one account with the points', async () => {
    const [joined] = await Promise.all([join(MEMBER, phoneCode()), mall().receipt('first', 10_000)])
    expect(codeOf(joined)).toBe('ok')
    expect(mall().member().account.purse.earned).toBe(100)
    expect(mall().all('members')).toHaveLength(2) // the assistant and this member
  })
})
