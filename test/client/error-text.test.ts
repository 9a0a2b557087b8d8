import { errorReference, errorText, textOfCode } from '../../src/client/error-text'
import { ERROR_CODES, type ErrorCode } from '../../src/contract/errors'
import type { Failure } from '../../src/client/answer'

const codes = Object.keys(ERROR_CODES) as ErrorCode[]

describe('error texts', () => {
  test.each(codes)('%s has a title and an advice that a person can act on', (code) => {
    const { title, advice } = textOfCode(code)
    expect(title.length).toBeGreaterThan(3)
    expect(advice).toMatch(/。$/)
  })

  test.each(codes)('%s is said without apology, exclamation or a figure of its own', (code) => {
    const { title, advice } = textOfCode(code)
    expect(title + advice).not.toMatch(/[!！]|抱歉|对不起|亲|undefined/)
    expect(title).not.toMatch(/。$/)
  })

  test('every silence has a text, and its reference says so without a request id', () => {
    for (const because of ['offline', 'slow', 'cloud'] as const) {
      const failure: Failure = { kind: 'unanswered', because, at: Date.UTC(2026, 4, 16, 6, 36) }
      expect(errorText(failure).title).not.toBe('')
      expect(errorReference(failure)).toBe(`错误码 net.${because} · 14:36`)
    }
  })

  test('a changed total and a too large amount name the figure that counts', () => {
    const refused = { kind: 'refused', retry: false, requestId: '', at: 0 } as const
    const changed = errorText({ ...refused, code: 'purchase.total-changed', details: { totalFen: 37_828 } })
    const large = errorText({
      ...refused,
      code: 'purchase.amount-out-of-range',
      details: { largestFen: 5_000_000 },
    })
    expect(changed.advice).toMatch(/^现在是 ¥378\.28。/)
    expect(large.advice).toMatch(/^单笔最多 ¥50,000\.00。/)
  })

  test('the reference of a refusal carries the code, the mall clock and a short request id', () => {
    const failure: Failure = {
      kind: 'refused',
      code: 'purchase.total-changed',
      retry: false,
      requestId: '7f3a9c21-aaaa-bbbb',
      details: {},
      at: Date.UTC(2026, 4, 16, 6, 36),
    }
    expect(errorReference(failure)).toBe('错误码 purchase.total-changed · 14:36 · 7f3a9c21')
  })
})
