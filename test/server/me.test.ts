/** The member's own page: profile, birthday, consents, who looked, and everything as a file. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
import type { ExportView } from '../../src/contract/export-chapters'
import type { AuditDocument } from '../../src/server/store/audit'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import { ASSISTANT, DAY, mallOfFile, MEMBER, MINUTE, nothingWritten, OTHER_MEMBER, STRANGER } from './mall'
import { publishRewards, reward, take } from './rewards'

const mall = mallOfFile()
beforeEach(() => mall().join(MEMBER))

const BIRTHDAY = { calendar: 'solar', year: null, month: 5, day: 16, leapMonth: false } as const
const PROFILE = { name: '沈清和', salutation: 'ms', birthday: BIRTHDAY, tags: ['手冲', '靠窗'] } as const
type ProfileInput = Parameters<typeof save>[0]

const me = async (openid = MEMBER) =>
  dataOf(await nothingWritten(mall(), () => mall().ask('member', 'me', openid)))
const save = (
  input: {
    name: string
    salutation: 'ms' | 'mr' | null
    birthday: {
      calendar: 'solar' | 'lunar'
      year: number | null
      month: number
      day: number
      leapMonth: boolean
    } | null
    tags: readonly string[]
  },
  operationId = newOperation(),
  openid = MEMBER,
) => mall().ask('member', 'save-profile', openid, { ...input, tags: [...input.tags] }, operationId)
const consent = (
  purpose: 'service' | 'offers',
  given: boolean,
  policyVersion = POLICY_VERSION,
  operationId = newOperation(),
) => mall().ask('member', 'set-consent', MEMBER, { purpose, given, policyVersion }, operationId)
const changes = () =>
  mall()
    .all<AuditDocument>('audit')
    .filter(({ by }) => by === mall().member()._id)

describe('a member who has told nothing', () => {
  test('sees the card and the tail of the phone, and what the service needs as the only consent', async () => {
    const view = await me()
    expect(view).toMatchObject({
      card: { name: MEMBER, cardNumber: mall().member().cardNumber },
      phoneTail: '0001',
      salutation: null,
      birthday: null,
      birthdayChangeableFrom: null,
      tags: [],
      frozenSince: null,
    })
    expect(view.consents.map(({ purpose, given, at }) => [purpose, given, at])).toEqual([
      ['service', true, null],
      ['offers', false, null],
      ['birthday', false, null],
      ['sensitive', false, null],
      ['analysis', false, null],
    ])
    expect(JSON.stringify(view)).not.toMatch(/13800000001|phoneHash|openid"/)
  })

  test('is a member: all of it is refused before joining', async () => {
    const answers = await nothingWritten(mall(), async () => [
      await mall().ask('member', 'me', STRANGER),
      await mall().ask('member', 'export', STRANGER, {}),
      await save(PROFILE, undefined, STRANGER),
      await mall().ask('member', 'change-card', STRANGER, { step: 'freeze' }),
    ])
    expect(answers.map(codeOf)).toEqual(Array(4).fill('member.not-joined'))
  })
})

describe('saving the profile', () => {
  test('keeps it, names the member by the new name, and records which fields changed and nothing of them', async () => {
    expect(kindOf(await save(PROFILE))).toBe('new')
    expect(await me()).toMatchObject({
      card: { name: '沈清和' },
      salutation: 'ms',
      birthday: BIRTHDAY,
      tags: ['手冲', '靠窗'],
    })
    expect(changes()).toMatchObject([{ action: 'save-profile', subject: 'name salutation birthday tags' }])
    expect(JSON.stringify(changes())).not.toMatch(/沈清和|手冲|openid-member/)
  })

  test('sent again is saved once and answered alike; with other words under the same id it is refused', async () => {
    const first = await save(PROFILE, 'operation-profile')
    mall().cloud.clock.shift(MINUTE)
    const again = await nothingWritten(mall(), () => save(PROFILE, 'operation-profile'))
    expect([kindOf(again), dataOf(again)]).toEqual(['replayed', dataOf(first)])
    const other = await nothingWritten(mall(), () => save({ ...PROFILE, name: '别人' }, 'operation-profile'))
    expect(codeOf(other)).toBe('operation.mismatch')
  })

  test('eight times at once under one id is saved once; under eight ids all are, one after the other', async () => {
    const same = await mall().atOnce('member', 8, () => save(PROFILE, 'operation-profile'))
    expect(same.map(kindOf).sort()).toEqual(['new', ...Array<string>(7).fill('replayed')])
    const others = await mall().atOnce('member', 4, (n) => save({ ...PROFILE, name: `名字${n}` }))
    expect(others.map(kindOf)).toEqual(Array(4).fill('new'))
    expect(changes()).toHaveLength(5)
  })

  test.each<[string, ProfileInput['birthday']]>([
    ['30 February', { ...BIRTHDAY, month: 2, day: 30 }],
    ['29 February of a common year', { ...BIRTHDAY, year: 2001, month: 2, day: 29 }],
    ['a day to come', { ...BIRTHDAY, year: 2099 }],
    ['the 31st of a lunar month', { ...BIRTHDAY, calendar: 'lunar', day: 31 }],
  ])('refuses %s as a birthday', async (_, birthday) => {
    const answer = await nothingWritten(mall(), () => save({ ...PROFILE, birthday }))
    expect(codeOf(answer)).toBe('birthday.no-such-day')
  })

  test('refuses a second birthday for a year and says from when; everything else may change every day', async () => {
    await save(PROFILE)
    const from = `${Number(mall().today().slice(0, 4)) + 1}${mall().today().slice(4)}`
    expect((await me()).birthdayChangeableFrom).toBe(from)
    const lunar = { ...BIRTHDAY, calendar: 'lunar' as const }
    const refused = await nothingWritten(mall(), () => save({ ...PROFILE, birthday: lunar }))
    expect(refusalOf(refused)).toEqual(['birthday.changed-lately', { from }])
    expect(codeOf(await save({ ...PROFILE, tags: [] }))).toBe('ok')
    // Taking it away is always possible, and no way around.
    expect(codeOf(await save({ ...PROFILE, birthday: null }))).toBe('ok')
    expect(codeOf(await save({ ...PROFILE, birthday: lunar }))).toBe('birthday.changed-lately')
    mall().cloud.clock.shift(366 * DAY)
    expect((await me()).birthdayChangeableFrom).toBeNull()
    expect(codeOf(await save({ ...PROFILE, birthday: lunar }))).toBe('ok')
    expect((await me()).birthday).toEqual(lunar)
  })

  test.each([
    ['thirteen tags', Array.from({ length: 13 }, (_, n) => `tag ${n}`)],
    ['a tag twice', ['手冲', ' 手冲 ']],
    ['a tag that is a sentence', ['x'.repeat(13)]],
  ])('refuses %s', async (_, tags) => {
    const answer = await nothingWritten(mall(), () => save({ ...PROFILE, tags }))
    expect(codeOf(answer)).toBe('request.malformed')
  })
})

describe('a consent', () => {
  test('is given and withdrawn at once, with time and policy version, each on record', async () => {
    await consent('offers', true)
    expect((await me()).consents[1]).toEqual({
      purpose: 'offers',
      given: true,
      needed: false,
      at: expect.any(Number) as number,
    })
    const givenAt = (await me()).consents[1]?.at ?? 0
    mall().cloud.clock.shift(MINUTE)
    await consent('offers', false)
    const { at = 0, given } = (await me()).consents[1] ?? {}
    expect([given, (at ?? 0) >= givenAt + MINUTE]).toEqual([false, true])
    expect(
      changes()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([`offers given ${POLICY_VERSION}`, `offers withdrawn ${POLICY_VERSION}`])
    expect(mall().member().consents).toEqual({
      offers: { given: false, at, policyVersion: POLICY_VERSION },
    })
  })

  test('sent again is answered alike; another choice under the same id is refused', async () => {
    await consent('offers', true, POLICY_VERSION, 'operation-consent')
    expect(kindOf(await consent('offers', true, POLICY_VERSION, 'operation-consent'))).toBe('replayed')
    expect(codeOf(await consent('offers', false, POLICY_VERSION, 'operation-consent'))).toBe(
      'operation.mismatch',
    )
  })

  test('that the service needs cannot be turned off, and an older policy is not agreed to but may be left', async () => {
    const [needed, older] = await nothingWritten(mall(), async () => [
      await consent('service', false),
      await consent('offers', true, 0),
    ])
    expect([needed, older].map((answer) => answer && codeOf(answer))).toEqual([
      'consent.needed',
      'consent.policy-changed',
    ])
    expect(codeOf(await consent('offers', false, 0))).toBe('ok')
  })
})

describe('who looked', () => {
  const looks = async (before?: number, openid = MEMBER) =>
    dataOf(await mall().ask('member', 'lookers', openid, before === undefined ? {} : { before }))

  test('is every scan with store, time and purpose, newest first, page after page to the end', async () => {
    for (let n = 1; n <= 21; n += 1) await mall().visit()
    const first = await nothingWritten(mall(), () => looks())
    expect(first.looks).toHaveLength(20)
    expect(first.looks[0]).toEqual({
      id: expect.any(String) as string,
      at: expect.any(Number) as number,
      storeName: 'store-1',
      purpose: 'service',
      way: 'code',
    })
    const rest = await looks(first.next ?? 0)
    expect([rest.looks.length, rest.next]).toEqual([1, null])
    expect(JSON.stringify(first)).not.toContain(ASSISTANT)
  })

  test('is empty for whom nobody scanned, and shows nobody else’s', async () => {
    await mall().join(OTHER_MEMBER)
    await mall().visit()
    expect(await looks(undefined, OTHER_MEMBER)).toMatchObject({ looks: [], next: null })
  })
})

describe('the export', () => {
  async function everything(openid = MEMBER) {
    const chapters: Record<string, unknown[]> = {}
    for (let after: string | null = 'account:'; after !== null;) {
      const part: ExportView = dataOf(await mall().ask('member', 'export', openid, { after }))
      chapters[part.chapter] = [...(chapters[part.chapter] ?? []), ...part.rows]
      after = part.next
    }
    return chapters
  }

  test('holds the account and every document about it, without staff and without what only the machine needs', async () => {
    await save(PROFILE)
    const purchaseId = await mall().buy(10_000, await mall().visit())
    await mall().ask('assistant', 'refund', ASSISTANT, {
      purchaseId,
      lines: [{ line: 0, quantity: 1 }],
      reason: 'returned',
      shownRefundFen: 10_000,
      shownRefundedFen: 0,
    })
    await mall().ask('assistant', 'write-note', ASSISTANT, { visit: await mall().visit(), text: '喜欢靠窗' })
    const chapters = await nothingWritten(mall(), () => everything())
    const sizes = Object.fromEntries(Object.entries(chapters).map(([name, rows]) => [name, rows.length]))
    expect(sizes).toEqual({
      account: 1,
      purchases: 1,
      refunds: 1,
      entries: 2,
      coupons: 0,
      exchanges: 0,
      visits: 2,
      notes: 1,
      notices: 0,
      card: 0,
      looks: 0,
      changes: 1,
    })
    expect(chapters.account?.[0]).toMatchObject({
      name: '沈清和',
      phone: '13800000001',
      profile: { tags: PROFILE.tags },
    })
    expect(JSON.stringify(chapters)).not.toMatch(/staffOpenid|assistantOpenid|inputHash|phoneHash|"answer"/)
  })

  test('holds what was taken for points, with the address; of who sent it nothing', async () => {
    await mall().receipt('earned', 50_000)
    await publishRewards(mall(), [reward('tea', { stock: 2, ways: ['delivery'] })])
    const address = { name: '沈清和', phone: '13800000001', text: '上海市徐汇区梧桐路 1 号' }
    const { exchange } = dataOf(await take(mall(), 'tea', { way: 'delivery', address }))
    const sent = { exchangeId: exchange.exchangeId, carrier: '顺丰', tracking: 'SF1234567890' }
    dataOf(await mall().ask('assistant', 'send-out', ASSISTANT, sent))
    const { exchanges } = await everything()
    expect(exchanges).toMatchObject([
      { _id: exchange.exchangeId, points: 100, state: 'sent', address, sent: { tracking: 'SF1234567890' } },
    ])
    expect(JSON.stringify(exchanges)).not.toMatch(/staffOpenid|stockId|inputHash|"answer"|listKey/)
    await mall().join(OTHER_MEMBER)
    expect((await everything(OTHER_MEMBER)).exchanges).toEqual([])
  })

  test('gives every one of 130 receipts once, though many share their instant', async () => {
    const at = mall().now()
    for (let n = 1; n <= 130; n += 1) {
      await mall().receipt(`receipt-${n}`, 10_000)
      mall().cloud.clock.set(at)
    }
    const { purchases = [] } = await everything()
    expect(new Set(purchases.map((each) => (each as { receipt: string }).receipt)).size).toBe(130)
    expect(purchases).toHaveLength(130)
  })

  test('refuses a part that there is not', async () => {
    expect(codeOf(await mall().ask('member', 'export', MEMBER, { after: 'staff:' }))).toBe(
      'request.malformed',
    )
  })
})
