/**
 * What stands in for a page while it loads is as high as the page of a member with one purchase: nothing that somebody is
 * about to touch jumps away.
 */
import { dataOf } from '../server/cloud'
import { ASSISTANT, MEMBER } from '../server/mall'
import { offer, publish } from '../server/offers'
import { publishRewards, reward } from '../server/rewards'
import { until, type Person } from './driver'
import { mallWithPhones } from './mall-with-phones'

const { mall, phone } = mallWithPhones()

/** Pixels that nobody notices. */
const NOTHING = 6

/** From now on the cloud's answers wait. @returns what lets them through. */
async function answersWait(person: Person): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await person.phone.page.route('**/client/callFunction', async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** Upper edge and height of the first such element on the page that is shown. */
const place = (person: Person, selector: string): Promise<{ top: number; height: number }> =>
  until(selector, async () => {
    const box = await person.phone.page
      .frameLocator('iframe.current')
      .locator(selector)
      .first()
      .boundingBox({ timeout: 500 })
      .catch(() => null)
    return box && { top: box.y, height: box.height }
  })

/** A coupon in the wallet, others on offer, rewards with a special price among them. */
async function fills(): Promise<void> {
  await publish(mall(), offer('one'), offer('two'), offer('three'))
  dataOf(await mall().ask('member', 'claim', MEMBER, { offerId: 'one' }))
  const until = mall().cloud.clock.now() + 3 * 86_400_000
  const special = { wasPoints: 200, open: { from: Date.UTC(2026, 0, 1), until } }
  await publishRewards(mall(), [reward('special', special), reward('coffee'), reward('tea')])
}

interface Case {
  readonly page: string
  readonly openid: string
  readonly url: string
  /** Coupons and rewards are there. */
  readonly filled?: true
  /** Only there while loading, and only there afterwards. */
  readonly loading: string
  readonly loaded: string
  /** What must keep its upper edge: here and there. */
  readonly edges: readonly (readonly [string, string])[]
}

const CASES: readonly Case[] = [
  {
    page: 'the card page',
    openid: MEMBER,
    url: '/pages/member/home/index',
    loading: '.home__sleeve-skeleton',
    loaded: '.home__greeting',
    edges: [
      ['.home__stack', '.home__stack'],
      ['.today', '.today'],
      ['.note', '.note'],
    ],
  },
  {
    page: 'the calendar of sign-ins',
    openid: MEMBER,
    url: '/pages/member/today/calendar/index',
    loading: '.calendar[aria-hidden="true"], .calendar .skeleton',
    loaded: '.streak',
    edges: [['.calendar__gap', '.month']],
  },
  {
    page: 'the code page',
    openid: MEMBER,
    url: '/pages/member/code/index?material=cotton',
    loading: '.ticket--skeleton',
    loaded: '.ticket__qr',
    edges: [['.ticket', '.ticket']],
  },
  {
    page: 'the points page',
    openid: MEMBER,
    url: '/pages/member/statement/points/index',
    loading: '.balance__points-skeleton',
    loaded: '.balance__points',
    edges: [
      ['.filters', '.filters'],
      ['.history__title', '.history__title'],
    ],
  },
  {
    page: 'the page of tiers',
    openid: MEMBER,
    url: '/pages/member/statement/growth/index',
    loading: '.growth .skeleton',
    loaded: '.stand',
    edges: [['.growth__title', '.growth__title']],
  },
  {
    page: 'the mall',
    openid: MEMBER,
    url: '/pages/member/mall/index',
    filled: true,
    loading: '.purse--skeleton',
    loaded: '.shelves',
    edges: [['.grid', '.grid']],
  },
  {
    page: 'the wallet',
    openid: MEMBER,
    url: '/pages/member/wallet/index',
    filled: true,
    loading: '.wallet__list--skeleton .skeleton',
    loaded: '.coupon',
    edges: [
      ['.wallet__tabs', '.wallet__tabs'],
      ['.wallet__list--skeleton .skeleton', '.coupon'],
    ],
  },
  {
    page: 'the offers',
    openid: MEMBER,
    url: '/pages/member/coupons/offers/index',
    filled: true,
    loading: '.offers .skeleton',
    loaded: '.offer',
    edges: [['.offers .skeleton', '.offer']],
  },
  {
    page: 'the own page',
    openid: MEMBER,
    url: '/pages/member/me/index',
    loading: '.me--skeleton',
    loaded: '.me-row',
    edges: [['.me', '.me']],
  },
  {
    page: 'the desk',
    openid: ASSISTANT,
    url: '/pages/assistant/desk/index',
    loading: '.desk-skeleton__scan',
    loaded: '.desk-head__scan',
    edges: [['.desk-skeleton__scan', '.desk-head__scan']],
  },
]

test.each(CASES)('$page', async ({ openid, url, filled, loading, loaded, edges }) => {
  await mall().join(MEMBER)
  await mall().receipt('receipt-1', 38_600)
  if (filled) await fills()
  const person = await phone(openid)
  await person.find('.home__greeting')
  const goOn = await answersWait(person)
  await person.phone.page.evaluate(`window.phone.open('${url}')`)
  await place(person, loading)
  const before = await Promise.all(edges.map(([here]) => place(person, here)))
  goOn()
  await place(person, loaded)
  const after = await Promise.all(edges.map(([, there]) => place(person, there)))
  const moved = edges.map(([, there], n) => [there, (after[n]?.top ?? 0) - (before[n]?.top ?? 0)] as const)
  expect(moved.filter(([, by]) => Math.abs(by) > NOTHING)).toEqual([])
})
