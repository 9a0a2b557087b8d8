/** What is read of the client card, of looks and of own members, from the values that the server sends. */
import type {
  ClientCardView,
  OwnCardView,
  OwnMembersView,
  OwnMemberView,
} from '../../src/contract/client-book'
import { lastVisitText, phoneGroups, visitsText } from '../../src/pages/assistant/figures'
import {
  drawnMembers,
  FIRST_ROWS,
  membersSoFar,
  NO_FURTHER_PAGES,
  withPage,
} from '../../src/pages/assistant/members/members-pages'
import {
  carriedOver,
  changesOf,
  entryOf,
  sizesOf,
  typedOf,
  withTyped,
} from '../../src/pages/assistant/client-card/card-entry'
import { lookText } from '../../src/pages/member/settings/looks/look-words'
import { partsOf } from '../../src/pages/member/settings/noted/noted-lines'
import { CARD_TEXT } from '../../src/text/zh-cn/clients'
import { BIND_TEXT, BOOK_TEXT } from '../../src/text/zh-cn/counter'

const NOW = Date.parse('2026-05-16T06:36:00Z')

describe('what an assistant types', () => {
  test('is one size of a kind, trimmed, in order; an emptied field takes the size away', () => {
    const typed = { ...typedOf([{ kind: 'shoe', value: '37' }]), top: '  M ', waist: '   ' }
    expect(sizesOf(typed)).toEqual([
      { kind: 'top', value: 'M' },
      { kind: 'shoe', value: '37' },
    ])
    expect(sizesOf({ ...typed, shoe: '' })).toEqual([{ kind: 'top', value: 'M' }])
  })

  test('are tags once each, several at a time, none too long and none too many', () => {
    expect(withTyped(['手冲'], ' 靠窗、 手冲，少冰 ')).toEqual(['手冲', '靠窗', '少冰'])
    expect(withTyped([], '   ')).toEqual([])
    expect(withTyped([], '字'.repeat(20))).toEqual(['字'.repeat(12)])
    expect(withTyped([], Array.from({ length: 15 }, (_, n) => `${n}`).join(','))).toHaveLength(12)
  })
})

describe('a card that somebody else changed meanwhile', () => {
  const before: ClientCardView = {
    sizes: [
      { kind: 'top', value: 'S' },
      { kind: 'shoe', value: '37' },
    ],
    preferences: ['手冲', '少冰'],
    allergies: ['花生'],
    version: 3,
    changed: null,
  }
  const now: ClientCardView = {
    ...before,
    sizes: [
      { kind: 'top', value: 'L' },
      { kind: 'ring', value: '12 号' },
    ],
    preferences: ['少冰', '靠窗'],
    allergies: ['花生', '酒精'],
    version: 4,
  }

  test('keeps what was typed; what was not touched is as it is now', () => {
    const entry = {
      sizes: { ...entryOf(before).sizes, top: 'M ', waist: '26' },
      preferences: { tags: ['手冲', '烫一点'], typed: '半' },
      allergies: { tags: [], typed: '' },
    }
    const carried = carriedOver(entry, before, now)
    expect(sizesOf(carried.sizes)).toEqual([
      { kind: 'top', value: 'M' },
      { kind: 'waist', value: '26' },
      { kind: 'ring', value: '12 号' },
    ])
    expect(carried.preferences).toEqual({ tags: ['靠窗', '烫一点'], typed: '半' })
    expect(carried.allergies.tags).toEqual(['酒精'])
  })

  test('keeps a typed word where the others left no room for it', () => {
    const full = { ...before, preferences: Array.from({ length: 12 }, (_, n) => `${n}`) }
    const entry = { ...entryOf(before), preferences: { tags: ['手冲', '少冰', '靠窗'], typed: '' } }
    const { tags } = carriedOver(entry, before, full).preferences
    expect(tags).toHaveLength(12)
    expect(tags).toContain('靠窗')
  })

  test('says what the other changed, and nothing of a consent that came or went', () => {
    expect(changesOf(before, now)).toEqual([
      '上装 L',
      '删去鞋码',
      '指围 12 号',
      '加了「靠窗」',
      '加了「酒精」',
      '删去「手冲」',
    ])
    expect(changesOf(before, { ...before, allergies: null })).toEqual([])
    expect(CARD_TEXT.outdatedAdvice([])).toContain('内容没变')
  })
})

describe('who looked', () => {
  const look = { id: 'a', at: NOW - 60_000, storeName: '半日书店' }

  test('says how a visit was opened, and why a number was seen, in the assistant’s words where there are any', () => {
    expect(lookText({ ...look, purpose: 'service', way: 'code' }, NOW)).toBe(
      '今天 14:35 · 为您服务 · 扫了会员码',
    )
    expect(lookText({ ...look, purpose: 'own-book' }, NOW)).toBe('今天 14:35 · 您的导购看了您在本店的记录')
    const phone = { ...look, purpose: 'phone' as const }
    expect(lookText({ ...phone, reason: 'pickup', words: null }, NOW)).toBe(
      '今天 14:35 · 看了完整手机号 · 联系取货',
    )
    expect(lookText({ ...phone, reason: 'other', words: '送货司机要联系' }, NOW)).toContain('送货司机要联系')
  })
})

describe('the own card', () => {
  const card: OwnCardView = {
    sizes: [{ kind: 'shoe', value: '37' }],
    preferences: ['手冲'],
    allergies: ['花生'],
    sensitiveGiven: true,
    changed: null,
    serverNow: NOW,
  }

  test('is lines, each with what takes it away', () => {
    expect(partsOf(card).flatMap(({ lines }) => lines)).toEqual([
      { words: '鞋码 37', line: { part: 'sizes', kind: 'shoe' } },
      { words: '手冲', line: { part: 'preferences', words: '手冲' } },
      { words: '花生', line: { part: 'allergies', words: '花生' } },
    ])
    expect(partsOf(card).at(-1)?.advice).toContain('即刻删除')
  })

  test('says without consent why there are no allergies, also when nothing else is noted', () => {
    const none = { ...card, sizes: [], preferences: [], allergies: [], sensitiveGiven: false }
    expect(partsOf(none).map(({ part, advice }) => [part, advice])).toEqual([
      ['allergies', expect.stringContaining('没有同意') as string],
    ])
  })
})

describe('the list of own members', () => {
  const page = (ids: readonly string[], next: string | null): OwnMembersView => ({
    members: ids.map((memberId) => ({ memberId }) as OwnMemberView),
    totals: null,
    next,
    storeName: '半日书店',
    serverNow: NOW,
  })
  const idsOf = (...sent: Parameters<typeof membersSoFar>) =>
    membersSoFar(...sent).members.map(({ memberId }) => memberId)

  test('grows by pages, everybody once, and starts anew with another first page', () => {
    const first = page(['a', 'b'], 'b')
    const further = withPage(first, NO_FURTHER_PAGES, page(['b', 'c'], null))
    expect([idsOf(first, further), membersSoFar(first, further).next]).toEqual([['a', 'b', 'c'], null])
    const later = page(['c'], 'c')
    expect([idsOf(later, further), membersSoFar(later, further).next]).toEqual([['c'], 'c'])
    expect(idsOf(later, withPage(later, further, page(['d'], null)))).toEqual(['c', 'd'])
  })

  test('keeps its first rows in place: a search hides those it does not find, and draws the others after them', () => {
    const ids = Array.from({ length: FIRST_ROWS + 2 }, (_, n) => `m${n}`)
    const all = page(ids, null).members
    const drawnFor = (search: string, found: readonly string[], beyond: number) => {
      const { members, next } = membersSoFar(page(found, null), NO_FURTHER_PAGES)
      const { first, rest, left, isEmpty } = drawnMembers(all, { members, next, search, now: NOW }, beyond)
      const seen = first.filter(({ hidden }) => !hidden).map(({ member }) => member.memberId)
      return { places: first.length, seen, rest: rest.map(({ memberId }) => memberId), left, isEmpty }
    }
    const unsearched = { places: FIRST_ROWS, seen: ids.slice(0, FIRST_ROWS), isEmpty: false }
    expect(drawnFor('', ids, 0)).toEqual({ ...unsearched, rest: [], left: 2 })
    expect(drawnFor('', ids, 3)).toEqual({ ...unsearched, rest: ids.slice(FIRST_ROWS), left: 0 })
    const found = { places: FIRST_ROWS, seen: ['m3'], rest: ['x'], left: 1, isEmpty: false }
    expect(drawnFor('x', ['m3', 'x', 'y'], 1)).toEqual(found)
    expect(drawnFor('z', [], 2)).toEqual({ places: FIRST_ROWS, seen: [], rest: [], left: 0, isEmpty: true })
  })
})

test('a phone number is grouped as it is read aloud, and what is missing is said in one line', () => {
  expect(phoneGroups('13800000001')).toBe('138 0000 0001')
  expect(CARD_TEXT.missing(['birthday', 'sizes'])).toBe('还差 生日、尺码')
})

test('a visit of today is said as such, an earlier one with its day', () => {
  const now = Date.parse('2026-05-16T14:36:00+08:00')
  const said = (day: string) => [visitsText(day, 24, now), lastVisitText(day, now)]
  expect(said('2026-05-16')).toEqual(['今天来过，共 24 次', '今天来过'])
  expect(said('2026-05-15')).toEqual(['上次昨天，来过 24 次', '上次昨天'])
  expect(said('2026-05-02')).toEqual(['上次 5 月 2 日，来过 24 次', '上次 5 月 2 日'])
})

test('a name in Chinese is followed without a space, one in Latin letters with one', () => {
  expect(BOOK_TEXT.byHand('顾晓雯')).toBe('顾晓雯登记')
  expect(BOOK_TEXT.byHand('Amy')).toBe('Amy 登记')
  expect(CARD_TEXT.changed('顾晓雯', '半日书店', '今天 14:38')).toBe('顾晓雯在半日书店记，今天 14:38')
  expect(BIND_TEXT.done('宋知许', '1,280', '22,246')).toBe('并入 1,280 积分，宋知许现有 22,246 积分')
})
