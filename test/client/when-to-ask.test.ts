/** Asking to be let send messages: at moments of gain, for what is missing, seldom, and not for a week after a no. */
import { whatToAsk } from '../../src/client/when-to-ask'
import { TEMPLATES, type TemplateName } from '../../src/domain/messages/kinds'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-05-16T06:36:00Z')

const templates = (allowed: Partial<Record<TemplateName, number>> = {}) =>
  TEMPLATES.map((name) => ({ name, id: `id-${name}`, allowed: allowed[name] ?? 0 }))
const names = (...args: Parameters<typeof whatToAsk>) => whatToAsk(...args).map(({ name }) => name)

test('each moment asks for what its gain will be told by, three at most, first what matters most', () => {
  expect(names(templates(), 'coupon', null, NOW)).toEqual(['gift', 'points'])
  expect(names(templates(), 'exchange', null, NOW)).toEqual(['pickup', 'points'])
  expect(names(templates(), 'sign-in', null, NOW)).toEqual(['points', 'gift', 'tier'])
  expect(names(templates(), 'purchase', null, NOW)).toEqual(['change', 'points'])
  expect(names(templates(), 'birthday', null, NOW)).toEqual(['gift', 'pickup'])
})

test('what is allowed often enough is not asked for, nor what the mall does not have', () => {
  expect(names(templates({ gift: 2, points: 1 }), 'coupon', null, NOW)).toEqual(['points'])
  expect(names(templates({ gift: 2, points: 2 }), 'coupon', null, NOW)).toEqual([])
  const points = templates().filter(({ name }) => name === 'points')
  expect(names(points, 'coupon', null, NOW)).toEqual(['points'])
  expect(names([], 'coupon', null, NOW)).toEqual([])
})

test('after a yes once a day, after a no not within seven days', () => {
  const asked = (refused: boolean, ago: number) =>
    names(templates(), 'coupon', { at: NOW - ago, refused }, NOW).length > 0
  expect([asked(false, DAY - 1), asked(false, DAY)]).toEqual([false, true])
  expect([asked(true, 7 * DAY - 1), asked(true, 7 * DAY)]).toEqual([false, true])
})
