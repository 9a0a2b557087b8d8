/** A member code becomes a visit: how long it holds, who may use it, how often, and what wrong codes lead to. */
import { codeOf, dataOf } from './cloud'
import { ASSISTANT, COLLEAGUE, MANAGER, MEMBER, MINUTE, mallOfFile, nothingWritten, PHONES } from './mall'

const mall = mallOfFile()
const SECOND = 1000

const showCode = async (member = MEMBER): Promise<string> =>
  dataOf(await mall().ask('member', 'code', member)).code
const scan = (code: string, assistant = ASSISTANT) => mall().ask('assistant', 'resolve', assistant, { code })
const refused = async (code: string, assistant = ASSISTANT) =>
  codeOf(await nothingWritten(mall(), () => scan(code, assistant)))
/** A code of the right form that proves nothing. */
const wrong = (n: number): string => `80000000${String(n).padStart(10, '0')}`

beforeEach(() => mall().join(MEMBER))

describe('a scanned code', () => {
  test('opens a visit of 30 minutes with what the desk needs, and is marked as used', async () => {
    await mall().receipt('first', 5_000_000)
    const visit = dataOf(await scan(await showCode()))
    expect(visit).toMatchObject({
      storeName: 'store-1',
      assistantName: ASSISTANT,
      member: { name: MEMBER, tierName: '金卡', points: 50_000, debt: 0, visitCount: 1, phoneTail: '0001' },
      preview: { tierId: 'gold', windowFen: 5_000_000 },
    })
    const marks = mall().all<{ at: number }>('visits')
    expect(marks).toMatchObject([{ openid: MEMBER, assistantOpenid: ASSISTANT, storeId: 'store-1' }])
    expect(visit.until).toBe((marks[0]?.at ?? 0) + 30 * MINUTE)
  })

  test('says nothing of the member that the desk does not need', async () => {
    const text = JSON.stringify(dataOf(await scan(await showCode())))
    expect(text).not.toContain(PHONES[MEMBER])
    expect(text).not.toContain(mall().member().cardNumber)
    expect(text).not.toContain(MEMBER.concat('"}')) // the openid appears as the name that this member chose
  })

  test('is read with blanks between its digits', async () => {
    const code = await showCode()
    expect(codeOf(await scan(` ${code.slice(0, 4)} ${code.slice(4, 9)} ${code.slice(9)} `))).toBe('ok')
  })

  test('of the previous minute is accepted, of the minute before that it is not', async () => {
    const startOfMinute = Math.ceil(mall().now() / MINUTE) * MINUTE
    mall().cloud.clock.set(startOfMinute)
    const first = await showCode()
    mall().cloud.clock.set(startOfMinute + MINUTE + 30 * SECOND)
    expect(codeOf(await scan(first))).toBe('ok')
    const second = await showCode()
    mall().cloud.clock.set(startOfMinute + 3 * MINUTE)
    expect(codeOf(await scan(second))).toBe('code.expired')
  })

  test('of yesterday, same minute, is refused', async () => {
    const code = await showCode()
    mall().cloud.clock.shift(24 * 60 * MINUTE)
    expect(codeOf(await scan(code))).toBe('code.expired')
  })

  test('of a minute to come is refused', async () => {
    mall().cloud.clock.shift(2 * MINUTE)
    const code = await showCode()
    mall().cloud.clock.shift(-2 * MINUTE)
    expect(codeOf(await scan(code))).toBe('code.expired')
  })
})

describe('a code that was scanned', () => {
  test('gives the same visit to the same assistant within two minutes, not later', async () => {
    const startOfMinute = Math.ceil(mall().now() / MINUTE) * MINUTE
    mall().cloud.clock.set(startOfMinute)
    const code = await showCode()
    const first = dataOf(await scan(code))
    mall().cloud.clock.set(startOfMinute + MINUTE + 50 * SECOND)
    const again = dataOf(await nothingWritten(mall(), () => scan(code)))
    expect([again.visit, again.until]).toEqual([first.visit, first.until])
    mall().cloud.clock.set(startOfMinute + 2 * MINUTE)
    expect(codeOf(await scan(code))).toBe('code.expired')
  })

  test('is refused to another assistant of the same store', async () => {
    await mall().hire(COLLEAGUE)
    const code = await showCode()
    await scan(code)
    expect(await refused(code, COLLEAGUE)).toBe('code.used')
  })

  test('by two assistants at once opens one visit', async () => {
    await mall().hire(COLLEAGUE)
    const code = await showCode()
    const answers = await mall().atOnce('assistant', 2, (n) => scan(code, n === 1 ? ASSISTANT : COLLEAGUE))
    expect(answers.map(codeOf).sort()).toEqual(['code.used', 'ok'])
    expect(mall().all('visits')).toHaveLength(1)
  })

  test('by one assistant twice at once opens one visit, and both answers are the same', async () => {
    const code = await showCode()
    const [first, second] = (await mall().atOnce('assistant', 2, () => scan(code))).map(dataOf)
    expect(second?.visit).toBe(first?.visit)
  })
})

describe('a code is refused, and nothing written,', () => {
  test('when it is the own card', async () => {
    expect(await refused(await showCode(ASSISTANT))).toBe('visit.own-card')
  })

  test.each([
    '1',
    '12345678901234567',
    '1234567890123456789',
    'https://example.invalid/1',
    '１２３４５６７８９０１２３４５６７８',
  ])('when it is no member code: %s', async (code) => {
    expect(await refused(code)).toBe('code.unreadable')
  })
})

describe('wrong codes', () => {
  test('are counted; the tenth in a minute slows the assistant down for a minute and is audited', async () => {
    mall().cloud.clock.set(Math.ceil(mall().now() / MINUTE) * MINUTE)
    const answers: string[] = []
    for (let n = 1; n <= 10; n += 1) answers.push(codeOf(await scan(wrong(n))))
    expect(answers).toEqual([...Array<string>(9).fill('code.expired'), 'code.too-many-wrong'])
    expect(
      mall()
        .all<{ action: string }>('audit')
        .filter(({ action }) => action === 'wrong-codes'),
    ).toMatchObject([{ by: ASSISTANT, subject: 'store-1', answer: { count: 10 } }])
    expect(await refused(await showCode())).toBe('code.too-many-wrong')
    mall().cloud.clock.shift(MINUTE)
    expect(codeOf(await scan(await showCode()))).toBe('ok')
  })

  test('of one assistant do not slow another one down', async () => {
    await mall().hire(COLLEAGUE)
    for (let n = 1; n <= 10; n += 1) await scan(wrong(n))
    expect(codeOf(await scan(await showCode(), COLLEAGUE))).toBe('ok')
  })

  test('by somebody dismissed a moment ago do not bring the role back', async () => {
    mall().cloud.clock.set(Math.ceil(mall().now() / MINUTE) * MINUTE)
    await scan(wrong(1)) // from here the instance remembers the role for a minute
    const dismissed = { phone: PHONES[ASSISTANT] ?? '', name: 'assistant 1', storeId: 'store-1', role: null }
    dataOf(await mall().ask('manager', 'name-staff', MANAGER, dismissed))
    for (let n = 2; n <= 10; n += 1) await scan(wrong(n))
    expect(mall().all('staff')).toMatchObject([{ _id: ASSISTANT, active: false }, { _id: MANAGER }])
    mall().cloud.clock.shift(MINUTE)
    expect(await refused(await showCode())).toBe('role.required')
  })
})
