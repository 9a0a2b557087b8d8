/** The client card: written during a visit, read by its member, allergies only while the member agrees, gone with the account. */
import { POLICY_VERSION } from '../../src/domain/members/consent'
import type { AuditDocument } from '../../src/server/store/audit'
import type { ClientCardDocument } from '../../src/server/store/client-cards'
import { codeOf, dataOf, kindOf, newOperation, refusalOf } from './cloud'
import {
  ASSISTANT,
  COLLEAGUE,
  mallOfFile,
  MEMBER,
  MINUTE,
  NEIGHBOUR,
  nothingWritten,
  OTHER_MEMBER,
  STRANGER,
} from './mall'

const mall = mallOfFile()
beforeEach(() => mall().join(MEMBER))

const CARD = {
  version: 0,
  sizes: [
    { kind: 'shoe' as const, value: '37' },
    { kind: 'top' as const, value: 'M' },
  ],
  preferences: ['手冲'],
  allergies: null as string[] | null,
}
const write = (visit: string, card: Partial<typeof CARD> = {}, by = ASSISTANT, operation = newOperation()) =>
  mall().ask('assistant', 'write-card', by, { visit, ...CARD, ...card }, operation)
const book = async (visit: string, by = ASSISTANT) =>
  dataOf(await mall().ask('assistant', 'client-book', by, { visit }))
const own = async (openid = MEMBER) => dataOf(await mall().ask('member', 'client-card', openid))
const agree = (given: boolean) =>
  mall().ask('member', 'set-consent', MEMBER, { purpose: 'sensitive', given, policyVersion: POLICY_VERSION })
const remove = (line: Parameters<typeof removal>[0]) => removal(line, newOperation())
const removal = (
  line:
    | { part: 'sizes'; kind: 'top' | 'bottom' | 'waist' | 'shoe' | 'ring' }
    | { part: 'preferences' | 'allergies'; words: string },
  operation: string,
) => mall().ask('member', 'remove-card-line', MEMBER, { line }, operation)
const close = async () => {
  const { cardNumber } = mall().member()
  return dataOf(await mall().ask('member', 'close-account', MEMBER, { cardNumber, shownPoints: 0 }))
}
const stored = () => mall().all<ClientCardDocument>('client-cards')

describe('a card that an assistant writes', () => {
  test('is read in every store and by the member, sizes in order, with where and when', async () => {
    await mall().hire(NEIGHBOUR, 'store-2')
    expect(dataOf(await write(await mall().visit()))).toEqual({ version: 1 })
    const { card } = await book(await mall().visit(MEMBER, NEIGHBOUR), NEIGHBOUR)
    expect(card).toEqual({
      sizes: [
        { kind: 'top', value: 'M' },
        { kind: 'shoe', value: '37' },
      ],
      preferences: ['手冲'],
      allergies: null,
      version: 1,
      changed: { at: expect.any(Number) as number, storeName: 'store-1', by: ASSISTANT },
    })
    const seen = await own()
    expect(seen).toMatchObject({
      sizes: card.sizes,
      preferences: ['手冲'],
      changed: { storeName: 'store-1' },
    })
    expect(JSON.stringify(seen)).not.toContain(ASSISTANT)
  })

  test('leaves an audit record of who, where and which parts, and nothing of what they say', async () => {
    await write(await mall().visit())
    const [record] = mall()
      .all<AuditDocument>('audit')
      .filter(({ action }) => action === 'write-card')
    expect(record).toMatchObject({
      by: ASSISTANT,
      subject: `${mall().member()._id} store-1 sizes preferences`,
      answer: { version: 1 },
    })
    expect(JSON.stringify(mall().all('audit'))).not.toMatch(/手冲|"37"/)
  })

  test('sent again, also at once and after the visit, is kept once; another one under the id is refused', async () => {
    const visit = await mall().visit()
    const answers = await mall().atOnce('assistant', 4, () => write(visit, {}, ASSISTANT, 'operation-card'))
    expect(answers.map(kindOf).sort()).toEqual(['new', 'replayed', 'replayed', 'replayed'])
    mall().cloud.clock.shift(31 * MINUTE)
    expect(kindOf(await write(visit, {}, ASSISTANT, 'operation-card'))).toBe('replayed')
    expect(codeOf(await write(visit, { sizes: [] }, ASSISTANT, 'operation-card'))).toBe('operation.mismatch')
    expect(stored()).toMatchObject([{ version: 1 }])
  })

  test('of two assistants at once one is kept, and the other is told that it changed', async () => {
    await mall().hire(COLLEAGUE)
    const visits = [await mall().visit(), await mall().visit(MEMBER, COLLEAGUE)] as const
    const answers = await mall().atOnce('assistant', 2, (n) =>
      n === 1
        ? write(visits[0], { preferences: ['one'] })
        : write(visits[1], { preferences: ['two'] }, COLLEAGUE),
    )
    expect(answers.map(codeOf).sort()).toEqual(['book.changed', 'ok'])
    const later = await write(visits[0], { version: 7 })
    expect(refusalOf(later)).toEqual(['book.changed', { version: 1 }])
    expect(codeOf(await write(visits[0], { version: 1, preferences: ['both'] }))).toBe('ok')
  })

  test('is refused with a colleague’s or an old visit, on a frozen or a closed card, and with sizes twice', async () => {
    await mall().hire(COLLEAGUE)
    const visit = await mall().visit()
    const refused = async (...sent: Parameters<typeof write>) =>
      codeOf(await nothingWritten(mall(), () => write(...sent)))
    expect(await refused(visit, {}, COLLEAGUE)).toBe('visit.invalid')
    const twice = [CARD.sizes[0], CARD.sizes[0]] as typeof CARD.sizes
    expect(await refused(visit, { sizes: twice })).toBe('request.malformed')
    expect(await refused(visit, { preferences: Array.from({ length: 13 }, (_, n) => `tag ${n}`) })).toBe(
      'request.malformed',
    )
    await mall().ask('member', 'change-card', MEMBER, { step: 'freeze' })
    expect(await refused(visit)).toBe('card.frozen')
    await mall().ask('member', 'change-card', MEMBER, { step: 'unfreeze' })
    await close()
    expect(await refused(visit)).toBe('card.closed')
    expect(codeOf(await mall().ask('assistant', 'client-book', ASSISTANT, { visit }))).toBe('card.closed')
    mall().cloud.clock.shift(31 * MINUTE)
    expect(await refused(visit)).toBe('visit.expired')
  })
})

describe('allergies', () => {
  test('are refused while the member has not agreed, and kept and shown once the member has', async () => {
    const visit = await mall().visit()
    const answer = await nothingWritten(mall(), () => write(visit, { allergies: ['花生'] }))
    expect(codeOf(answer)).toBe('consent.sensitive-off')
    await agree(true)
    expect((await book(visit)).card.allergies).toEqual([])
    expect(codeOf(await write(visit, { allergies: ['花生'] }))).toBe('ok')
    expect((await book(visit)).card.allergies).toEqual(['花生'])
    expect(await own()).toMatchObject({ allergies: ['花生'], sensitiveGiven: true })
  })

  test('are erased the moment the consent is withdrawn, and not there when it is given again', async () => {
    await agree(true)
    const visit = await mall().visit()
    await write(visit, { allergies: ['花生'] })
    await agree(false)
    expect(JSON.stringify(mall().dump())).not.toContain('花生')
    expect((await book(visit)).card).toMatchObject({ allergies: null, preferences: ['手冲'], version: 2 })
    // Who still has the card as it was is told, and cannot bring them back.
    expect(codeOf(await write(visit, { version: 1, allergies: ['花生'] }))).toBe('book.changed')
    expect(codeOf(await write(visit, { version: 2, allergies: ['花生'] }))).toBe('consent.sensitive-off')
    await agree(true)
    expect((await book(visit)).card.allergies).toEqual([])
  })

  test('written and withdrawn at the same time are gone in any order', async () => {
    await agree(true)
    const visit = await mall().visit()
    await mall().atOnce('assistant', 2, (n): Promise<unknown> =>
      n === 1 ? write(visit, { allergies: ['花生'] }) : agree(false),
    )
    expect(JSON.stringify(stored())).not.toContain('花生')
  })
})

describe('the member', () => {
  test('takes lines away one by one; the assistant’s next look lacks them, and an older card is refused', async () => {
    await agree(true)
    const visit = await mall().visit()
    await write(visit, { allergies: ['花生'] })
    dataOf(await remove({ part: 'sizes', kind: 'shoe' }))
    dataOf(await remove({ part: 'preferences', words: '手冲' }))
    dataOf(await remove({ part: 'allergies', words: '花生' }))
    expect((await book(visit)).card).toMatchObject({
      sizes: [{ kind: 'top', value: 'M' }],
      preferences: [],
      allergies: [],
    })
    expect(codeOf(await write(visit, { version: 1 }))).toBe('book.changed')
    const { book: marks } = mall().member()
    expect(marks).toMatchObject({ sizes: true, preferences: false })
  })

  test('is answered alike when the same line is taken away again, or was never there', async () => {
    await write(await mall().visit())
    const line = { part: 'sizes', kind: 'shoe' } as const
    expect(kindOf(await removal(line, 'operation-line'))).toBe('new')
    expect(kindOf(await nothingWritten(mall(), () => removal(line, 'operation-line')))).toBe('replayed')
    expect(codeOf(await removal({ part: 'sizes', kind: 'top' }, 'operation-line'))).toBe('operation.mismatch')
    expect(codeOf(await remove({ part: 'sizes', kind: 'ring' }))).toBe('ok')
  })

  test('sees an empty card before anything was noted, nobody else’s, and none without joining', async () => {
    await mall().join(OTHER_MEMBER)
    await write(await mall().visit())
    expect(await own(OTHER_MEMBER)).toMatchObject({
      sizes: [],
      preferences: [],
      allergies: [],
      changed: null,
    })
    expect(codeOf(await mall().ask('member', 'client-card', STRANGER))).toBe('member.not-joined')
  })

  test('finds the card in the export, and nothing of it is left when the account is closed', async () => {
    await agree(true)
    await write(await mall().visit(), { allergies: ['花生'] })
    const part = dataOf(await mall().ask('member', 'export', MEMBER, { after: 'card:' }))
    expect(part).toMatchObject({ chapter: 'card', rows: [{ allergies: ['花生'], preferences: ['手冲'] }] })
    await close()
    expect(stored()).toEqual([])
    expect(JSON.stringify(mall().dump())).not.toMatch(/花生|手冲/)
  })
})

test('completeness tells what is missing, and fills as it is told; a note counts in its own store', async () => {
  await mall().hire(NEIGHBOUR, 'store-2')
  const visit = await mall().visit()
  expect((await book(visit)).completeness).toEqual({
    percent: 20,
    missing: ['birthday', 'sizes', 'preferences', 'note'],
  })
  await write(visit)
  dataOf(await mall().ask('assistant', 'write-note', ASSISTANT, { visit, text: '爱坐窗边' }))
  const birthday = { calendar: 'solar' as const, year: null, month: 5, day: 16, leapMonth: false }
  const profile = { name: MEMBER, salutation: null, birthday, tags: [] }
  dataOf(await mall().ask('member', 'save-profile', MEMBER, profile))
  expect((await book(visit)).completeness).toEqual({ percent: 100, missing: [] })
  const elsewhere = await book(await mall().visit(MEMBER, NEIGHBOUR), NEIGHBOUR)
  expect(elsewhere.completeness).toEqual({ percent: 80, missing: ['note'] })
})
