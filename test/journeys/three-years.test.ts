/**
 * Three years of members with different habits, through the real doors, on a moved clock whose trigger fires at every instant
 * at which time has something to do. Each life is a few lines in `three-years/`, its figures worked out beside it by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLASS_OF, TEMPLATE_OF, type MessageKind, type TemplateName } from '../../src/domain/messages/kinds'
import { isGiven } from '../../src/domain/members/consent'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { businessDayOf, mallClockText } from '../../src/domain/time/business-day'
import type { NoticeDocument } from '../../src/server/store/notices'
import { MESSAGE_TEXT } from '../../src/text/zh-cn/messages'
import { violationsIn } from '../server/books'
import { codeOf, dataOf, SECRET, startTestCloud } from '../server/cloud'
import { publishFriendOffer } from '../server/invited'
import { countersOf, MANAGER, openMall, type Mall } from '../server/mall'
import { offer } from '../server/offers'
import { publishRewards, reward } from '../server/rewards'
import { ROOT } from '../tidy/tree'
import { BIRTHDAYS } from './three-years/birthdays'
import { instantOf, live } from './three-years/calendar'
import { CARDS } from './three-years/cards'
import { INVITED } from './three-years/invited'
import type { Life } from './three-years/life'
import { messagesPage, type Sent } from './three-years/messages-page'
import { PERMISSIONS, personIn, TEMPLATES } from './three-years/person'
import { REGULARS } from './three-years/regulars'
import { TIERS } from './three-years/tiers'

const LIVES: Readonly<Record<string, Life>> = { ...REGULARS, ...INVITED, ...TIERS, ...CARDS, ...BIRTHDAYS }
const OPENING = '2026-01-05'
const END = '2029-01-05'
const PAGE = join(ROOT, 'docs/messages-of-three-years.md')

let mall: Mall
const openidOf = (name: string): string => `openid-${name}`
const nameOf = (openid: string): string => openid.slice('openid-'.length)
const lives = Object.entries(LIVES).map(([name, life], n) => ({ name, phone: `138000010${n + 10}`, ...life }))

beforeAll(async () => {
  const env = { SHUKE_SECRET: SECRET, SHUKE_TEMPLATES: JSON.stringify(TEMPLATES) }
  mall = await openMall(await startTestCloud(1, env), instantOf(OPENING), MALL_PROGRAMME)
  await publishFriendOffer(mall)
  const flash = offer('flash', { validity: { kind: 'days', days: 5 }, perMember: 10 })
  const cake = offer('birthday-cake', { claim: null })
  await publishRewards(mall, [reward('coffee')], [offer('tea'), offer('cake'), offer('pie'), cake, flash])
  const storeInput = { storeId: 'store-1', name: 'store-1', checkIn: 'fixed' as const }
  dataOf(await mall.ask('manager', 'name-store', MANAGER, storeInput))
  const shared = {}
  const deeds = lives.flatMap(({ name, phone, story }) => {
    const me = personIn(mall, openidOf(name), phone)
    return story.map(([when, does]) => ({
      when,
      who: name,
      does: async () => void (await does(me, shared, mall)),
    }))
  })
  await live(mall, deeds, END)
}, 300_000)
afterAll(() => mall.cloud.close())

const noticesOf = (name: string): NoticeDocument[] => {
  const { _id } = mall.member(openidOf(name))
  return mall
    .all<NoticeDocument>('notices')
    .filter(({ memberId }) => memberId === _id)
    .sort((a, b) => (a.listKey < b.listKey ? -1 : 1))
}
const stay = lives.filter(({ ends }) => ends)
const told = () => stay.flatMap(({ name }) => noticesOf(name).map((notice) => ({ ...notice, who: name })))
const templateOf = (id: string): TemplateName => {
  const found = Object.entries(TEMPLATES).find(([, each]) => each.id === id)
  if (!found) throw new Error(`no template ${id}`)
  return found[0] as TemplateName
}
const kindOf = (title: string): MessageKind => {
  const found = Object.entries(MESSAGE_TEXT).find(([, each]) => each.title === title)
  if (!found) throw new Error(`no kind of message is called ${title}`)
  return found[0] as MessageKind
}
/** Stopped, or what the mall wishes without consent. */
const isUnwanted = (name: string, kind: MessageKind): boolean => {
  const { messages, consents } = mall.member(openidOf(name))
  const isStopped = messages?.stopped.includes(CLASS_OF[kind]) ?? false
  return isStopped || (CLASS_OF[kind] === 'commercial' && !isGiven(consents ?? {}, 'offers'))
}
const WEEK_MS = 7 * 86_400_000
const sentInTheWeekBefore = (name: string, at: number): number =>
  sent().filter(
    (each) =>
      each.who === name && CLASS_OF[each.kind] === 'commercial' && each.at < at && each.at > at - WEEK_MS,
  ).length
const sent = (): Sent[] =>
  mall.cloud.messages.list().map(({ openid, templateId, sentAt, data }) => ({
    who: nameOf(openid),
    template: templateOf(templateId),
    kind: kindOf(String(data.thing1?.value)),
    at: sentAt,
  }))

describe.each(lives)('$name: $habit', ({ name, ends }) => {
  if (ends) {
    const { tier, points, purse, told: expected, sent: count } = ends
    test('stands as worked out by hand', async () => {
      expect(countersOf(mall.member(openidOf(name)).account.purse)).toMatchObject(purse)
      await personIn(mall, openidOf(name), '').sees({ points, tier })
    })
    test('was told what there was to tell', () => {
      const kinds = noticesOf(name).map(({ kind }) => kind)
      const counts = Object.fromEntries(
        [...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]),
      )
      expect(counts).toEqual(expected)
      expect(sent().filter(({ who }) => who === name)).toHaveLength(count)
    })
  } else
    test('is no member any more', async () => {
      expect(codeOf(await mall.ask('member', 'growth', openidOf(name)))).toBe('member.not-joined')
    })
})

test('every account of the mall balances', () => {
  expect(violationsIn(mall)).toEqual([])
})

describe('what was told', () => {
  test('nothing leaves at night', () => {
    const atNight = sent().filter(({ at }) => mallClockText(at) < '09:00' || mallClockText(at) >= '21:00')
    expect(atNight).toEqual([])
    expect(sent().length).toBeGreaterThan(20)
  })

  test('a message leaves for a permission, while there is one and it is not stopped; else it says why it was kept', () => {
    const MOST = 20
    for (const { name } of stay)
      for (const template of Object.keys(TEMPLATES) as TemplateName[]) {
        const yes = PERMISSIONS.filter((each) => each.openid === openidOf(name) && each.template === template)
        let [left, taken] = [0, 0]
        for (const { kind, state, why, listKey, at } of noticesOf(name)) {
          if (TEMPLATE_OF[kind] !== template) continue
          const writtenAt = Number(listKey.slice(0, 14))
          for (; (yes[taken]?.at ?? Infinity) <= writtenAt; taken += 1) left = Math.min(MOST, left + 1)
          if (why === 'stopped') expect([name, kind, isUnwanted(name, kind)]).toEqual([name, kind, true])
          else if (why === 'week-full')
            expect([name, kind, sentInTheWeekBefore(name, at)]).toEqual([name, kind, 2])
          else if (left > 0) left -= 1
          else expect([name, kind, state, why]).toEqual([name, kind, 'kept', 'no-permission'])
          if (why === undefined) expect([name, kind, state]).toEqual([name, kind, 'sent'])
        }
      }
  })

  test('each notice that is sent is one message, on a day on which it is worth sending', () => {
    const bySent = told().filter(({ state }) => state === 'sent')
    const ofThoseWhoStay = sent().filter(({ who }) => stay.some(({ name }) => name === who))
    expect(bySent).toHaveLength(ofThoseWhoStay.length)
    for (const { who, kind, at, until } of bySent)
      expect(
        ofThoseWhoStay.some(
          (each) =>
            each.who === who &&
            each.kind === kind &&
            each.template === TEMPLATE_OF[kind] &&
            businessDayOf(each.at) >= businessDayOf(at) &&
            businessDayOf(each.at) <= until,
        ),
      ).toBe(true)
  })

  test('at most two commercial messages leave in a week', () => {
    const days = told().filter(({ kind, state }) => CLASS_OF[kind] === 'commercial' && state === 'sent')
    expect(days.length).toBeGreaterThan(2)
    for (const { who, at } of days) {
      const week = days.filter((each) => each.who === who && each.at >= at && each.at < at + WEEK_MS)
      expect(week.length).toBeLessThanOrEqual(2)
    }
  })

  test('the trigger came in time: nothing is stale, failed, unknown or left behind', () => {
    const states = new Set(told().map(({ state, why }) => why ?? state))
    expect([...states].sort()).toEqual(['no-permission', 'sent', 'stopped', 'week-full'])
  })

  test('the page says it', () => {
    const habits = lives.map(({ name, habit }) => [name, habit] as const)
    const page = messagesPage(habits, told(), sent())
    if (process.env.REWRITE) writeFileSync(PAGE, page)
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
  })
})
