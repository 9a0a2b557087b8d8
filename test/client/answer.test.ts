import { isDecided, mayBeDone, readAnswer, silenceOf } from '../../src/client/answer'

describe('reading an answer', () => {
  test('data passes, and says whether it was replayed', () => {
    expect(readAnswer({ ok: true, data: 7 }, 0)).toEqual({ ok: true, data: 7, replayed: false })
    expect(readAnswer({ ok: true, data: 7, replayed: true }, 0)).toMatchObject({ replayed: true })
  })

  test.each([undefined, null, '', 'ok', {}, { ok: true }, { ok: false }])('%p is no answer', (result) => {
    const answer = readAnswer(result, 5)
    expect(answer).toEqual({ ok: false, error: { kind: 'unanswered', because: 'cloud', at: 5 } })
    expect(isDecided(answer)).toBe(false)
  })

  test('a refusal that may not be retried is a decision and changed nothing', () => {
    const answer = readAnswer(
      { ok: false, error: { code: 'visit.expired', retry: false, requestId: 'r' } },
      0,
    )
    expect(isDecided(answer)).toBe(true)
    expect(!answer.ok && mayBeDone(answer.error)).toBe(false)
  })

  test('a busy server decided nothing and did nothing; a fault may have happened after the fact', () => {
    const busy = readAnswer({ ok: false, error: { code: 'server.busy', retry: true, requestId: 'r' } }, 0)
    const fault = readAnswer({ ok: false, error: { code: 'server.fault', retry: true, requestId: 'r' } }, 0)
    expect([isDecided(busy), isDecided(fault)]).toEqual([false, false])
    expect([!busy.ok && mayBeDone(busy.error), !fault.ok && mayBeDone(fault.error)]).toEqual([false, true])
  })

  test('a code that this build does not know is a fault', () => {
    const answer = readAnswer({ ok: false, error: { code: 'coupon.torn', retry: false, requestId: 'r' } }, 0)
    expect(answer).toMatchObject({ error: { code: 'server.fault', retry: true } })
  })

  test('a rejection is told apart: no network, too slow, a cloud that failed', () => {
    expect(silenceOf({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' })).toBe('offline')
    expect(silenceOf({ errMsg: 'request:fail timeout' })).toBe('slow')
    expect(silenceOf({ errCode: -504002, errMsg: 'functions execute fail' })).toBe('cloud')
    expect(silenceOf(new Error('x'))).toBe('offline')
  })
})
