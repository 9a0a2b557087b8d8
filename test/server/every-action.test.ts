/**
 * What holds for every action of every door, found in the contract's tables: a wrong caller, a forged or a broken request
 * gets a typed refusal, and nothing is written.
 */
import fc from 'fast-check'
import { ERROR_CODES } from '../../src/contract/errors'
import type { ActionShape, Answer } from '../../src/contract/envelope'
import { tillActions, type TillOutputs } from '../../src/contract/till'
import { startTestCloud, codeOf, dataOf, newOperation, type DoorName } from './cloud'
import { ASSISTANT, MANAGER, MEMBER, nothingWritten, openMall, STRANGER, type Mall } from './mall'
import { DOORS, FORGED, OTHER_FORMS, samplesFor, TILL_SAMPLES, wrongValues, type Fields } from './samples'

const EVERY_ACTION = (Object.keys(DOORS) as DoorName[]).flatMap((door) =>
  Object.entries<ActionShape>(DOORS[door]).flatMap(([action, { kind }]) => [
    { door, action, kind, instead: {} },
    ...OTHER_FORMS.filter((form) => form.door === door && form.action === action).map(({ instead }) => ({
      ...{ door, action, kind, instead },
    })),
  ]),
)
type Each = (typeof EVERY_ACTION)[number]
const ENTITLED: Record<DoorName, string> = { member: MEMBER, assistant: ASSISTANT, manager: MANAGER }
/** Open to everybody by design: the member's door, and the claim with its code. */
const isOpen = ({ door, action }: Each): boolean => door === 'member' || action === 'claim-installation'

/** Missing or empty fields that an action takes. */
const MAY_BE: Readonly<Record<string, readonly unknown[]>> = {
  'day-list': [undefined, ''],
  redemptions: [undefined, ''],
  preview: [undefined],
  register: [undefined],
  redeem: [undefined],
  'code-status': [undefined],
  'claim-installation': [''],
  points: [undefined],
  'save-profile': [null, []],
  'save-avatar': [null],
  'set-consent': [true],
  'write-card': [[], null],
  'own-members': [undefined],
  tasks: [undefined],
  lookers: [undefined],
  notices: [undefined],
  'stop-messages': [[]],
  grants: [undefined],
  export: [undefined],
  wallet: [undefined],
  offers: [undefined],
  mall: [undefined, true],
  exchange: [null],
  exchanges: [undefined],
  'to-send': [undefined],
  friends: [undefined],
  'show-on-board': [true],
  'referral-reviews': [undefined],
  'name-event': [undefined],
  'place-code': [undefined],
}

/** Commands that an input of chance may reach lawfully: joining again answers with the card, no picture clears none. */
const REACHED_BY_CHANCE = ['join', 'save-avatar']

let mall: Mall
let samples: ReturnType<typeof samplesFor>

beforeAll(async () => {
  mall = await openMall(await startTestCloud())
  await mall.join(MEMBER)
  // Signing in says nothing of what: only who has signed in today cannot do it by chance.
  dataOf(await mall.ask('member', 'sign-in', MEMBER))
  const purchaseId = await mall.receipt('receipt-1', 10_000)
  const visit = await mall.visit()
  const { code } = dataOf(await mall.ask('member', 'code', MEMBER))
  samples = samplesFor({ visit, code, purchaseId, phoneCode: mall.cloud.newPhoneCode('13800000009') })
})
afterAll(() => mall.cloud.close())

const inputOf = ({ door, action, instead }: Each): Fields => ({
  ...(samples[door] as Record<string, Fields>)[action],
  ...instead,
})
const send = (each: Each, input: unknown, more: Fields = {}, openid = ENTITLED[each.door]) =>
  mall.send(each.door, { action: each.action, operationId: newOperation(), input, ...more }, { openid })

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** All of it is refused with one of these codes, whatever the action, and no document changes. */
async function allRefused(codes: readonly string[], sent: () => Promise<readonly Answer<unknown>[]>) {
  const answers = await nothingWritten(mall, sent)
  for (const answer of answers) {
    expect(codes).toContain(codeOf(answer))
    if (answer.ok) continue
    const { code, retry, requestId } = answer.error
    expect([retry, requestId]).toEqual([ERROR_CODES[code].retry, expect.stringMatching(/^[0-9a-f]{24}$/)])
  }
}

const inTurn = async <Item>(items: readonly Item[], work: (item: Item) => Promise<Answer<unknown>>) => {
  const answers: Answer<unknown>[] = []
  for (const item of items) answers.push(await work(item))
  return answers
}

describe.each(EVERY_ACTION)('$door $action', (each) => {
  const event = () => ({ action: each.action, operationId: newOperation(), input: inputOf(each) })

  test('is refused to a caller whom the platform does not name, or who comes through another function', () =>
    allRefused(['caller.unknown'], () =>
      inTurn(
        [
          {},
          { source: 'wx_trigger' },
          { openid: MANAGER, source: 'wx_http' },
          { openid: MANAGER, source: 'wx_client,scf' },
        ],
        (options) => mall.send(each.door, event(), options),
      ),
    ))

  if (!isOpen(each))
    test('is refused to who has no role for it, whatever the request claims', () =>
      allRefused(['role.required'], () =>
        inTurn([STRANGER, MEMBER, ...(each.door === 'manager' ? [ASSISTANT] : [])], (openid) =>
          send(each, inputOf(each), { tcbContext: { OPENID: MANAGER, openid: MANAGER } }, openid),
        ),
      ))

  test('is refused with a forged field beside its input or in it', () =>
    allRefused(['request.malformed'], () =>
      inTurn(Object.entries(FORGED), async ([name, value]) => {
        if (name in inputOf(each)) return send(each, inputOf(each), { [name]: value })
        const inside = await send(each, { ...inputOf(each), [name]: value })
        expect(codeOf(inside)).toBe('request.malformed')
        return send(each, inputOf(each), { [name]: value })
      }),
    ))

  test('is refused when a field is missing or cannot have its value', () =>
    allRefused(['request.malformed'], async () => {
      const input = inputOf(each)
      const broken = Object.entries(input).flatMap(([name, value]) =>
        wrongValues(value).map((wrong) => ({ ...input, [name]: wrong })),
      )
      const lawful = MAY_BE[each.action] ?? []
      const required = broken.filter(
        (one) => !Object.values<unknown>(one).some((value) => lawful.some((each) => sameJson(each, value))),
      )
      return inTurn([...required, 'text', 7, [1], true], (one) => send(each, one))
    }))

  test('is refused when the envelope is broken', () =>
    allRefused(['request.malformed'], () =>
      inTurn<Fields>(
        [
          { operationId: 'short' },
          { operationId: 'x'.repeat(65) },
          { operationId: '../../members' },
          { operationId: 7 },
          { operationId: null },
          { action: ['home'] },
          { action: 'x'.repeat(65) },
          JSON.parse('{"__proto__": {"openid": "openid-manager"}}') as Fields,
          ...(each.kind === 'command' ? [{ operationId: undefined }] : []),
        ],
        (more) => send(each, inputOf(each), more),
      ),
    ))

  test('answers whatever is thrown at it with a code of the list, and never with a fault', async () => {
    const codes = Object.keys(ERROR_CODES).filter((code) => code !== 'server.fault')
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(inputOf(each)), 'x'), fc.jsonValue()),
    )
    const mayBeAnswered = each.kind === 'query' || REACHED_BY_CHANCE.includes(each.action)
    await nothingWritten(mall, () =>
      fc.assert(
        fc.asyncProperty(anything, async (input) => {
          const code = codeOf(await send(each, input))
          expect(mayBeAnswered ? [...codes, 'ok'] : codes).toContain(code)
        }),
        { numRuns: 25 },
      ),
    )
  })
})

const NO_ACTIONS = [
  '',
  'none',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'HOME',
  ' home',
  'home\u0000',
]

describe.each(Object.keys(DOORS) as DoorName[])('the door of the %s', (door) => {
  test('knows no action but its own: no name of another door, none that every object has', () =>
    allRefused(['request.unknown-action'], () => {
      const own = Object.keys(DOORS[door])
      const others = EVERY_ACTION.map(({ action }) => action)
      const foreign = [...others, ...Object.keys(tillActions)].filter((action) => !own.includes(action))
      return inTurn([...NO_ACTIONS, ...foreign], (action) =>
        send({ door, action, kind: 'command', instead: {} }, {}),
      )
    }))

  test('reads no caller from what a request says about itself', async () => {
    const claims = { userInfo: { openId: MANAGER, appId: 'x' }, tcbContext: { OPENID: MANAGER } }
    const event = { action: Object.keys(DOORS[door])[0], operationId: newOperation(), ...claims }
    const anybody = await nothingWritten(mall, () => mall.send(door, { ...event, input: {} }, {}))
    expect(['request.malformed', 'caller.unknown']).toContain(codeOf(anybody))
    const home = await mall.send('member', { action: 'home', ...claims }, { openid: STRANGER })
    expect(dataOf(home)).toMatchObject({ joined: false, staff: false })
  })
})

/** What a till may leave out. */
const OPTIONAL: Partial<Record<keyof TillOutputs, string>> = {
  'coupon-redeem': 'plate',
  'coupon-list': 'after',
}

describe.each(Object.keys(tillActions) as (keyof TillOutputs)[])('till %s', (action) => {
  const signed = (body: unknown) =>
    mall.till(action, mall.till1, TILL_SAMPLES[action], { body: JSON.stringify(body) ?? '' })

  test('is refused with a forged field', () =>
    allRefused(['request.malformed'], () =>
      inTurn(Object.entries(FORGED), ([name, value]) => signed({ ...TILL_SAMPLES[action], [name]: value })),
    ))

  test('is refused with a forged or a broken field of a line', async () => {
    const [first] = ((TILL_SAMPLES[action] as Fields).lines ?? []) as Fields[]
    if (!first) return
    const forged = ['points', 'rate', 'refundFen', 'discountFen'].map((name) => ({ ...first, [name]: 1 }))
    const broken = Object.entries(first).flatMap(([name, value]) =>
      wrongValues(value).map((wrong) => ({ ...first, [name]: wrong })),
    )
    await allRefused(['request.malformed'], () =>
      inTurn([...forged, ...broken], (line) => signed({ ...TILL_SAMPLES[action], lines: [line] })),
    )
  })

  test('is refused when a field is missing or cannot have its value', () =>
    allRefused(['request.malformed'], () => {
      const sample: Fields = { ...TILL_SAMPLES[action] }
      const broken = Object.entries(sample).flatMap(([name, value]) =>
        wrongValues(value).map((wrong) => ({ ...sample, [name]: wrong })),
      )
      const optional = OPTIONAL[action]
      const required = broken.filter((one) => !optional || one[optional] !== undefined)
      return inTurn([...required, null, [], 'text', 7], signed)
    }))
})

test('the till knows no action but its own', () =>
  allRefused(['request.unknown-action'], () =>
    inTurn(['none', '__proto__', 'constructor', 'toString', 'home', 'purchase/', 'Purchase'], (action) =>
      mall.till(action as 'purchase', mall.till1, TILL_SAMPLES.purchase),
    ),
  ))
