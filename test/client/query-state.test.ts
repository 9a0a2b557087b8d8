import type { Failure } from '../../src/client/answer'
import { answered, asked, freshMemory, viewFor } from '../../src/client/query-state'

const failure: Failure = { kind: 'unanswered', because: 'offline', at: 0 }
const ok = (data: string) => ({ ok: true, data, replayed: false }) as const
const ready = answered(asked(freshMemory<string>('a'), 'a'), 1, ok('old'))

describe('what a page knows of a query', () => {
  test('a late answer changes nothing', () => {
    const twice = asked(asked(freshMemory<string>('a'), 'a'), 'a')
    expect(answered(twice, 1, ok('late'))).toBe(twice)
    expect(answered(twice, 2, ok('new')).view).toEqual({ state: 'ready', data: 'new', error: null })
  })

  test('old data stays visible while it is refreshed, and when the refresh fails', () => {
    const refreshing = asked(ready, 'a')
    expect(refreshing.view).toEqual({ state: 'ready', data: 'old', error: null })
    expect(answered(refreshing, 2, { ok: false, error: failure }).view).toEqual({
      state: 'ready',
      data: 'old',
      error: failure,
    })
  })

  test('data of another input is not shown', () => {
    expect(viewFor(ready, 'b').state).toBe('loading')
    expect(asked(ready, 'b').view.state).toBe('loading')
  })

  test('a failure without data is an error; asking again is loading', () => {
    const failed = answered(asked(freshMemory<string>('a'), 'a'), 1, { ok: false, error: failure })
    expect(failed.view).toEqual({ state: 'error', data: null, error: failure })
    expect(asked(failed, 'a').view.state).toBe('loading')
  })
})
