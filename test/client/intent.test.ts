/** The one stand-in here is the phone: its storage and its way out. */
const stored = new Map<string, unknown>()
const sent: { data: { operationId?: string; input: unknown } }[] = []
let results: unknown[] = []

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    cloud: {
      callFunction: async (request: (typeof sent)[number]) => {
        sent.push(request)
        const result = results.shift()
        if (result instanceof Error) throw result
        return { result }
      },
    },
  },
}))

import { intentFor, readIntent } from '../../src/client/intent'
import { undecidedInput } from '../../src/client/intent-store'
import { makeOperationId } from '../../src/client/operation-id'
import { carryOut, viewOf } from '../../src/client/use-command'

const INPUT = {
  visit: 'v'.repeat(20),
  lines: [{ name: null, quantity: 1, unitFen: 38600 }],
  shownPayFen: 36670,
}
const OTHER = { ...INPUT, lines: [{ name: null, quantity: 1, unitFen: 100 }], shownPayFen: 95 }
const DONE = { ok: true, data: {} }
const refusal = (code: string, retry: boolean) => ({ ok: false, error: { code, retry, requestId: 'r' } })
const ids = (): (string | undefined)[] => sent.map((each) => each.data.operationId)

beforeEach(() => {
  stored.clear()
  sent.length = 0
})

describe('an operation id', () => {
  test('is 22 characters that the server accepts, and new each time', () => {
    const made = Array.from({ length: 500 }, () => makeOperationId())
    for (const id of made) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(new Set(made).size).toBe(500)
  })

  test('is kept while no answer came, whatever the silence, and dropped by an answer', async () => {
    results = [
      new Error('no network'),
      undefined,
      refusal('server.busy', true),
      refusal('server.fault', true),
      DONE,
      DONE,
    ]
    for (let press = 0; press < 5; press += 1) await carryOut('assistant', 'register', INPUT)
    expect(new Set(ids()).size).toBe(1)
    await carryOut('assistant', 'register', INPUT)
    expect(new Set(ids()).size).toBe(2)
  })

  test('is in storage before it is sent, with the input, so that a killed app asks again as the same', async () => {
    results = [new Error('no network')]
    await carryOut('assistant', 'register', INPUT)
    expect(undecidedInput('assistant', 'register')).toEqual(INPUT)
    results = [DONE]
    await carryOut('assistant', 'register', undecidedInput('assistant', 'register') ?? OTHER)
    expect(new Set(ids()).size).toBe(1)
    expect(undecidedInput('assistant', 'register')).toBeNull()
  })

  test('is another one for another input, and after a refusal', async () => {
    results = [new Error('no network'), refusal('purchase.total-changed', false), DONE]
    await carryOut('assistant', 'register', INPUT)
    await carryOut('assistant', 'register', OTHER)
    await carryOut('assistant', 'register', OTHER)
    expect(new Set(ids()).size).toBe(3)
  })

  test('of one command is not that of another', async () => {
    results = [new Error('no network'), new Error('no network')]
    await carryOut('assistant', 'register', INPUT)
    const shown = { shownRefundFen: 0, shownRefundedFen: 0 }
    await carryOut('assistant', 'refund', { purchaseId: 'p', lines: [], reason: 'price', ...shown })
    expect(new Set(ids()).size).toBe(2)
    expect(undecidedInput('assistant', 'register')).toEqual(INPUT)
  })
})

describe('what a command shows', () => {
  test('silence and a fault are unknown; every other refusal is failed', () => {
    const at = 0
    expect(viewOf({ ok: false, error: { kind: 'unanswered', because: 'slow', at } }).state).toBe('unknown')
    const refused = { kind: 'refused', retry: true, requestId: '', details: {}, at } as const
    expect(viewOf({ ok: false, error: { ...refused, code: 'server.fault' } }).state).toBe('unknown')
    expect(viewOf({ ok: false, error: { ...refused, code: 'server.busy' } }).state).toBe('failed')
    expect(viewOf({ ok: true, data: 1 as never, replayed: false }).state).toBe('done')
  })
})

describe('an intent', () => {
  test('that storage spoiled is no intent', () => {
    for (const value of ['', null, {}, { operationId: 1, input: 'x' }]) expect(readIntent(value)).toBeNull()
  })

  test('is the undecided one for the same input only', () => {
    const first = intentFor(null, INPUT, () => 'first')
    expect(intentFor(first, { ...INPUT }, () => 'second')).toBe(first)
    expect(intentFor(first, OTHER, () => 'second').operationId).toBe('second')
  })
})
