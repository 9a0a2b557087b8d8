/**
 * Three years of members with different habits, through the real doors, on a moved clock whose trigger fires at every instant
 * at which time has something to do. Each life is a few lines in `three-years/`, its figures worked out beside it by hand.
 */
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { codeOf, SECRET, startTestCloud } from '../server/cloud'
import { violationsIn } from '../server/books'
import { publishFriendOffer } from '../server/invited'
import { countersOf, openMall, type Mall } from '../server/mall'
import { publishRewards, reward } from '../server/rewards'
import { instantOf, live } from './three-years/calendar'
import type { Life } from './three-years/life'
import { personIn, TEMPLATES } from './three-years/person'
import { REGULARS } from './three-years/regulars'
import type { NoticeDocument } from '../../src/server/store/notices'

const LIVES: Readonly<Record<string, Life>> = { ...REGULARS }
const OPENING = '2026-01-05'
const END = '2029-01-05'

let mall: Mall
const openidOf = (name: string): string => `openid-${name}`
const told = (name: string) => {
  const { _id } = mall.member(openidOf(name))
  return mall.all<NoticeDocument>('notices').filter(({ memberId }) => memberId === _id)
}
const lives = Object.entries(LIVES).map(([name, life], n) => ({ name, phone: `138000010${n + 10}`, ...life }))

beforeAll(async () => {
  const env = { SHUKE_SECRET: SECRET, SHUKE_TEMPLATES: JSON.stringify(TEMPLATES) }
  mall = await openMall(await startTestCloud(1, env), instantOf(OPENING), MALL_PROGRAMME)
  await publishFriendOffer(mall)
  await publishRewards(mall, [reward('coffee')])
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
}, 240_000)
afterAll(() => mall.cloud.close())

describe.each(lives)('$name: $habit', ({ name, ends }) => {
  if (ends) {
    const { tier, points, purse, told: expected, sent } = ends
    test('stands as worked out by hand', async () => {
      const member = mall.member(openidOf(name))
      expect(countersOf(member.account.purse)).toMatchObject(purse)
      const me = personIn(mall, openidOf(name), '')
      await me.sees({ points, tier })
    })
    test('was told what there was to tell', () => {
      const kinds = told(name).map(({ kind }) => kind)
      const counts = Object.fromEntries(
        [...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]),
      )
      expect(counts).toEqual(expected)
      expect(mall.cloud.messages.list().filter(({ openid }) => openid === openidOf(name))).toHaveLength(sent)
    })
  } else
    test('is no member any more', async () => {
      expect(codeOf(await mall.ask('member', 'growth', openidOf(name)))).toBe('member.not-joined')
    })
})

test('every account of the mall balances', () => {
  expect(violationsIn(mall)).toEqual([])
})
