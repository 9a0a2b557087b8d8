/** To whom a member belongs, the list of own members, and the book of one who is not there. */
import type { LookDocument } from '../../src/server/store/looks'
import { codeOf, dataOf } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  DAY,
  mallOfFile,
  MANAGER,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
  PHONES,
} from './mall'

const mall = mallOfFile()

const buy = async (member = MEMBER, assistant = ASSISTANT, priceFen = 10_000) =>
  mall().buy(priceFen, await mall().visit(member, assistant), assistant)
const list = async (by = ASSISTANT, input: { search?: string; after?: string } = {}) =>
  dataOf(await nothingWritten(mall(), () => mall().ask('assistant', 'own-members', by, input)))
const ownerOf = (openid = MEMBER) => mall().member(openid).owner?.staffOpenid ?? null
const open = (openid = MEMBER, by = ASSISTANT) =>
  mall().ask('assistant', 'own-member', by, { memberId: mall().member(openid)._id })
const employ = async (openid: string, role: 'assistant' | null, storeId = 'store-1') =>
  dataOf(
    await mall().ask('manager', 'name-staff', MANAGER, {
      phone: PHONES[openid] ?? '',
      name: openid,
      storeId,
      role,
    }),
  )
/** Until every instance has forgotten who works here. */
const aMinuteLater = () => mall().cloud.clock.shift(MINUTE)

beforeEach(() => mall().join(MEMBER))

describe('a member belongs', () => {
  test('to nobody after a receipt of a till, then to the first who registers, whoever serves later', async () => {
    await mall().hire(COLLEAGUE)
    await mall().receipt('receipt-1', 10_000)
    expect(ownerOf()).toBeNull()
    const first = await buy()
    expect(mall().member().owner).toMatchObject({ staffOpenid: ASSISTANT, name: ASSISTANT, because: first })
    const second = await buy(MEMBER, COLLEAGUE)
    expect(ownerOf()).toBe(ASSISTANT)
    expect(mall().purchase(second).staffOpenid).toBe(COLLEAGUE)
  })

  test('to one of two who register at the same moment', async () => {
    await mall().hire(COLLEAGUE)
    const visits = [await mall().visit(), await mall().visit(MEMBER, COLLEAGUE)] as const
    await mall().atOnce('assistant', 2, (n) =>
      n === 1 ? mall().buy(10_000, visits[0]) : mall().buy(20_000, visits[1], COLLEAGUE),
    )
    const lists = await Promise.all([list(ASSISTANT), list(COLLEAGUE)])
    expect(lists.map(({ members }) => members.length).sort()).toEqual([0, 1])
  })

  test('to nobody again when the registration that did it is undone, and stays when another one is', async () => {
    const undo = async (purchaseId: string, shownRefundFen: number) =>
      dataOf(
        await mall().ask('assistant', 'refund', ASSISTANT, {
          purchaseId,
          lines: [{ line: 0, quantity: 1 }],
          reason: 'entry-error',
          shownRefundFen,
          shownRefundedFen: 0,
        }),
      )
    const first = await buy()
    await undo(await buy(MEMBER, ASSISTANT, 20_000), 20_000)
    expect(ownerOf()).toBe(ASSISTANT)
    await undo(first, 10_000)
    expect(ownerOf()).toBeNull()
  })

  test('to no leaver: the list is refused, the next to register has the member, who comes back has none', async () => {
    await mall().hire(COLLEAGUE)
    await buy()
    await employ(ASSISTANT, null)
    aMinuteLater()
    expect(codeOf(await mall().ask('assistant', 'own-members', ASSISTANT, {}))).toBe('role.required')
    expect(codeOf(await open())).toBe('role.required')
    await employ(ASSISTANT, 'assistant')
    aMinuteLater()
    expect((await list()).members).toEqual([])
    expect(codeOf(await open())).toBe('member.not-own')
    await buy(MEMBER, COLLEAGUE)
    expect(ownerOf()).toBe(COLLEAGUE)
  })

  test('to the assistant still when she only moves to another store', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    await buy()
    await employ(ASSISTANT, 'assistant', 'store-2')
    aMinuteLater()
    expect(dataOf(await open())).toMatchObject({ storeName: 'store-2', purchases: [], notes: [] })
    await buy(MEMBER, NEIGHBOUR)
    expect(ownerOf()).toBe(ASSISTANT)
  })
})

describe('the list of own members', () => {
  const named = async (openid: string, phone: string, name: string) => {
    await mall().join(openid, phone)
    const profile = { name, salutation: null, birthday: null, tags: [] }
    dataOf(await mall().ask('member', 'save-profile', openid, profile))
  }

  test('shows who was here last first, with tier, stage and completeness, and nobody else’s members', async () => {
    await mall().hire(COLLEAGUE)
    await mall().join(OTHER_MEMBER)
    await buy()
    mall().cloud.clock.shift(DAY)
    await buy(OTHER_MEMBER)
    const view = await list()
    expect(view).toMatchObject({
      totals: { count: 2, completeness: 20 },
      next: null,
      storeName: 'store-1',
      members: [{ name: OTHER_MEMBER }, { name: MEMBER, phoneTail: '0001', stage: 'new', completeness: 20 }],
    })
    expect(JSON.stringify(view)).not.toMatch(/1380000000[12]|openid-assistant/)
    expect(await list(COLLEAGUE)).toMatchObject({ members: [], totals: { count: 0, completeness: 0 } })
    // Also a till's receipt is a visit.
    mall().cloud.clock.shift(DAY)
    await mall().receipt('receipt-1', 10_000)
    expect((await list()).members.map(({ name }) => name)).toEqual([MEMBER, OTHER_MEMBER])
  })

  test('averages over all of them what their books say, as it is told', async () => {
    await mall().join(OTHER_MEMBER)
    await buy()
    await buy(OTHER_MEMBER)
    const visit = await mall().visit()
    const card = { sizes: [{ kind: 'top' as const, value: 'M' }], preferences: ['tea'], allergies: null }
    dataOf(await mall().ask('assistant', 'write-card', ASSISTANT, { visit, version: 0, ...card }))
    dataOf(await mall().ask('assistant', 'write-note', ASSISTANT, { visit, text: 'a note' }))
    const view = await list()
    expect(view.totals).toEqual({ count: 2, completeness: 50 })
    expect(view.members.map(({ completeness }) => completeness).sort()).toEqual([20, 80])
  })

  test('is searched by part of a name as it is written, or by the whole tail of the phone', async () => {
    await named('openid-member-3', '13800003333', '沈清和')
    await named('openid-member-4', '13800004444', 'Ann.Bo')
    await buy('openid-member-3')
    await buy('openid-member-4')
    const found = async (search: string) =>
      (await list(ASSISTANT, { search })).members.map(({ name }) => name)
    expect(await found('清和')).toEqual(['沈清和'])
    expect(await found('ann')).toEqual(['Ann.Bo'])
    expect(await found('3333')).toEqual(['沈清和'])
    expect(await found('333')).toEqual([])
    expect(await found('n.b')).toEqual(['Ann.Bo'])
    expect(await found('n..b')).toEqual([])
    expect((await list(ASSISTANT, { search: '3333' })).totals).toBeNull()
  })

  test('gives twenty at a time, every one once', async () => {
    for (let n = 1; n <= 23; n += 1) {
      const openid = `openid-many-${n}`
      await mall().join(openid, `1380001${String(1000 + n)}`)
      await buy(openid)
    }
    const first = await list()
    expect([first.members.length, first.totals?.count]).toEqual([20, 23])
    const rest = await list(ASSISTANT, { after: first.next ?? '' })
    expect([rest.members.length, rest.next, rest.totals]).toEqual([3, null, null])
    expect(new Set([...first.members, ...rest.members].map(({ memberId }) => memberId)).size).toBe(23)
  })

  test('forgets who closed the account', async () => {
    await mall().join(OTHER_MEMBER)
    const visit = await mall().visit(OTHER_MEMBER)
    await mall().buy(99, visit)
    const { cardNumber } = mall().member(OTHER_MEMBER)
    dataOf(await mall().ask('member', 'close-account', OTHER_MEMBER, { cardNumber, shownPoints: 0 }))
    expect((await list()).members).toEqual([])
  })
})

describe('the book of an own member', () => {
  test('is shown of this store with the card; the member sees each half hour of it once', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    const purchaseId = await buy()
    await buy(MEMBER, NEIGHBOUR)
    const visit = await mall().visit()
    const card = { sizes: [], preferences: ['tea'], allergies: null }
    dataOf(await mall().ask('assistant', 'write-card', ASSISTANT, { visit, version: 0, ...card }))
    dataOf(await mall().ask('assistant', 'write-note', ASSISTANT, { visit, text: 'a note' }))
    const view = dataOf(await open())
    await open()
    expect(view).toMatchObject({
      member: { name: MEMBER, phoneTail: '0001' },
      storeName: 'store-1',
      card: { preferences: ['tea'], allergies: null },
      completeness: { missing: ['birthday', 'sizes'] },
      notes: [{ text: 'a note' }],
      purchases: [{ purchaseId }],
    })
    expect(JSON.stringify(view)).not.toContain(PHONES[MEMBER])
    expect(mall().all<LookDocument>('looks')).toMatchObject([{ purpose: 'own-book', storeId: 'store-1' }])
    const { looks } = dataOf(await mall().ask('member', 'lookers', MEMBER, {}))
    expect(looks[0]).toEqual({
      id: expect.any(String) as string,
      at: expect.any(Number) as number,
      storeName: 'store-1',
      purpose: 'own-book',
    })
    expect(looks).toHaveLength(4)
    mall().cloud.clock.shift(30 * MINUTE)
    await open()
    expect(mall().all('looks')).toHaveLength(2)
  })

  test('is refused to everybody else, for an unknown member and a closed account, without a look', async () => {
    await mall().hire(COLLEAGUE)
    await mall().join(OTHER_MEMBER)
    await buy()
    expect(codeOf(await nothingWritten(mall(), () => open(MEMBER, COLLEAGUE)))).toBe('member.not-own')
    expect(codeOf(await nothingWritten(mall(), () => open(OTHER_MEMBER)))).toBe('member.not-own')
    const nobody = { memberId: 'nobody' }
    expect(codeOf(await mall().ask('assistant', 'own-member', ASSISTANT, nobody))).toBe('member.not-own')
  })
})

test('who looked goes on page after page over visits and looks together', async () => {
  await buy()
  for (let n = 1; n <= 12; n += 1) {
    await mall().visit()
    mall().cloud.clock.shift(30 * MINUTE)
    await open()
  }
  const first = dataOf(await mall().ask('member', 'lookers', MEMBER, {}))
  const rest = dataOf(await mall().ask('member', 'lookers', MEMBER, { before: first.next ?? 0 }))
  const all = [...first.looks, ...rest.looks]
  expect([first.looks.length, rest.looks.length, rest.next]).toEqual([20, 5, null])
  expect(new Set(all.map(({ id }) => id)).size).toBe(25)
  expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a))
  expect(all.filter(({ purpose }) => purpose === 'own-book')).toHaveLength(12)
})
