/**
 * From the launch of the mini program to its first content, beside an empty Taro program on the same phone: the two in
 * turn, each from the moment in which the phone is there and begins with the program's code.
 */
import type { Browser } from 'playwright-core'
import { launchBrowser, startPhone, type RunningPhone } from '../../local/phone'
import { SECRET } from '../../test/server/cloud'
import { DEMO_PEOPLE } from '../../tools/demo-mall/people'
import { seedDemoMall } from '../../tools/demo-mall/seed'
import { buildMiniProgram } from '../../tools/start/build-if-changed'
import { benchCloud } from '../bench-cloud'
import { aim, median, spread, type Table } from '../table'
import { emptyProgram } from './empty-program'

const ROUNDS = 15
const AIM = 1.5
const WHO = 'shen-qinghe'
const PATIENCE_MS = 30_000
const QUIET_MS = 700

/** What is waited for, in this order: the first thing that is drawn, and what somebody came for. */
const EMPTY = { first: 'wx-text', whole: 'wx-text' }
const OURS = { first: '.home__sleeve-skeleton, .home__greeting', whole: '.home__greeting' }
type Marks = typeof EMPTY

interface Launch {
  readonly first: number
  readonly whole: number
}

/** Runs before the page's own scripts; looks once a frame, as a person would. */
const watch = ({ first, whole }: Marks): string => `
  let began = 0
  let handle
  Object.defineProperty(window, 'phone', {
    get: () => handle,
    set: (value) => { handle = value; began = performance.now() },
  })
  const seen = {}
  const look = () => {
    const page = document.querySelector('iframe.current')?.contentDocument
    for (const [what, selector] of Object.entries(${JSON.stringify({ first, whole })})) {
      const { width = 0, height = 0 } = page?.querySelector(selector)?.getBoundingClientRect() ?? {}
      if (!(what in seen) && width > 0 && height > 0) seen[what] = performance.now() - began
    }
    if ('whole' in seen && 'first' in seen) window.launched = seen
    else requestAnimationFrame(look)
  }
  if (window.parent === window) requestAnimationFrame(look)`

async function phoneWith(
  dist: string,
  marks: Marks,
  cloudUrl: string,
  browser: Browser,
): Promise<RunningPhone> {
  const { openid = WHO, phone: phoneNumber = '' } = DEMO_PEOPLE.find(({ id }) => id === WHO) ?? {}
  const phone = await startPhone({ dist, cloudUrl, browser, person: { openid, phoneNumber } })
  await phone.page.addInitScript(watch(marks))
  return phone
}

/** Starts the phone's page anew; what it loads is compiled by now. */
async function launch({ page }: RunningPhone): Promise<Launch> {
  await page.reload()
  await page.waitForFunction('window.launched', undefined, { timeout: PATIENCE_MS })
  // What one program still does must not be paid by the other.
  await page.waitForTimeout(QUIET_MS)
  return page.evaluate<Launch>('window.launched')
}

export async function launchBesideEmpty(): Promise<Table> {
  await buildMiniProgram()
  const empty = emptyProgram()
  process.env.SHUKE_SECRET = SECRET
  const cloud = await benchCloud(2)
  const browser = await launchBrowser()
  const phones: RunningPhone[] = []
  try {
    await seedDemoMall(cloud, { now: cloud.clock.now() })
    phones.push(await phoneWith(empty, EMPTY, cloud.url, browser))
    phones.push(await phoneWith('dist/weapp', OURS, cloud.url, browser))
    const [floor, ours] = phones as [RunningPhone, RunningPhone]
    const rounds: { floor: Launch; ours: Launch }[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      const before = round % 2 === 0 ? await launch(floor) : null
      const here = await launch(ours)
      rounds.push({ floor: before ?? (await launch(floor)), ours: here })
    }
    // The first round warms.
    return tableOf(rounds.slice(1))
  } finally {
    for (const phone of phones) await phone.close()
    await browser.close()
    await cloud.close()
  }
}

function tableOf(rounds: readonly { floor: Launch; ours: Launch }[]): Table {
  const ratios = (of: keyof Launch): number[] => rounds.map(({ floor, ours }) => ours[of] / floor.first)
  const first = median(ratios('first'))
  return {
    title: 'Launch to first content',
    words: `From the first line of the program's code on the local phone until something is drawn, and until the card of a member can be read, which asks the local cloud once; ${ROUNDS} rounds in turn after one that warms; least / median / most in ms. The floor is the program of Taro's own template.`,
    columns: ['', 'ms', 'ratio of a round'],
    rows: [
      ['floor: empty Taro program, its line of text', spread(rounds.map(({ floor }) => floor.first)), '1'],
      ['card page, first drawn', spread(rounds.map(({ ours }) => ours.first)), spread(ratios('first'), 2)],
      [
        'card page, card of a member',
        spread(rounds.map(({ ours }) => ours.whole)),
        spread(ratios('whole'), 2),
      ],
    ],
    aims: [aim(`first content in ≤ ${AIM} of an empty program: ${first.toFixed(2)}`, first <= AIM)],
  }
}
