/** Bytes that cross from the mini program to its pages (`setData`), per interaction, metered by the local phone. */
import type { Browser } from 'playwright-core'
import type { LocalCloud } from '../../local/cloud'
import { launchBrowser, startPhone, type RunningPhone } from '../../local/phone'
import { SECRET } from '../../test/server/cloud'
import { DEMO_PEOPLE } from '../../tools/demo-mall/people'
import { seedDemoMall } from '../../tools/demo-mall/seed'
import { holdsCoupons } from '../../tools/screens/coupons-in-hand'
import { takesBeans, takesCoffee } from '../../tools/screens/exchanges-in-hand'
import { sendReceipt } from '../../tools/screens/receipt'
import { buildMiniProgram } from '../../tools/start/build-if-changed'
import { benchCloud } from '../bench-cloud'
import { aim, type Aim, type Table } from '../table'
import { assistantTaps, handOverTaps } from './assistant-taps'
import { codeOf, hearsMuch, tellsBirthday } from './before'
import { fillsTheWallet, givesOneAway } from './full-wallet'
import { firstInviteTaps, inviteTaps, landingTaps } from './invite-taps'
import { memberTaps, privacyTaps, profileTaps } from './member-taps'
import { meterOf, type Kind, type Sent } from './meter'
import { shopTaps } from './shop-taps'
import { calendarTaps, todayTaps } from './today-taps'
import { toldTaps } from './told-taps'

const DIST = 'dist/weapp'
const AIMS: readonly { readonly kind: Kind; readonly what: string; readonly most: number }[] = [
  { kind: 'tap', what: 'a touch within a page', most: 2 * 1024 },
  { kind: 'scroll', what: 'the end of a list', most: 6 * 1024 },
  { kind: 'opening', what: 'a page that opens', most: 12 * 1024 },
]
/** More than a desk draws at once. */
const RECEIPTS = 24
const BUYERS = ['shen-qinghe', 'lu-xiaoman', 'fang-zhixing', 'wen-di']

/** A long day of the book shop: receipts of two lines, for the desk's list and for a refund. */
async function longDay(cloud: LocalCloud): Promise<void> {
  const lines = [
    { sku: '短篇小说集', quantity: 2, paidFen: 9_600 },
    { sku: '亚麻面笔记本', quantity: 1, paidFen: 6_800 },
  ]
  for (let n = 0; n < RECEIPTS; n += 1) {
    cloud.clock.shift(61_000)
    await sendReceipt(cloud, { storeId: 'books', memberId: BUYERS[n % BUYERS.length] ?? '', lines })
  }
}

/** Of somebody in the demo mall; whoever is not there has not joined, and has not agreed to the privacy guide. */
function phoneOf(id: string, cloud: LocalCloud, browser: Browser, entry?: string): Promise<RunningPhone> {
  const person = DEMO_PEOPLE.find((each) => each.id === id)
  return startPhone({
    dist: DIST,
    cloudUrl: cloud.url,
    browser,
    person: person ? { openid: person.openid, phoneNumber: person.phone } : { openid: id },
    ...(person ? {} : { privacy: 'asks' as const }),
    ...(entry ? { entry } : {}),
  })
}

export async function setDataBytes(): Promise<Table> {
  await buildMiniProgram()
  process.env.SHUKE_SECRET = SECRET
  const cloud = await benchCloud(2)
  const browser = await launchBrowser()
  const phones: RunningPhone[] = []
  const phone = async (id: string, entry?: string): Promise<RunningPhone> => {
    const opened = await phoneOf(id, cloud, browser, entry)
    phones.push(opened)
    return opened
  }
  try {
    await seedDemoMall(cloud, { now: cloud.clock.now() })
    await longDay(cloud)
    await holdsCoupons(cloud, 'shen-qinghe')
    const rows: Sent[] = []
    await memberTaps(meterOf(await phone('shen-qinghe'), rows))
    await profileTaps(meterOf(await phone('jiang-wanyin'), rows))
    await todayTaps(meterOf(await phone('shen-qinghe'), rows))
    await tellsBirthday(cloud, 'he-yian')
    await calendarTaps(meterOf(await phone('he-yian'), rows))
    await inviteTaps(meterOf(await phone('shen-qinghe'), rows))
    await landingTaps(meterOf(await phone('somebody-invited'), rows), await codeOf(cloud, 'shen-qinghe'))
    await firstInviteTaps(meterOf(await phone('fang-zhixing'), rows))
    await privacyTaps(meterOf(await phone('somebody-new'), rows))
    const shows = await phone('shen-qinghe', '/pages/member/code/index')
    const assistant = await phone('gu-xiaowen', '/pages/assistant/desk/index')
    assistant.setScanner(() => shows.screenshot())
    await assistantTaps(meterOf(assistant, rows))
    await fillsTheWallet(cloud, 'shen-qinghe')
    const giftId = await givesOneAway(cloud, 'lu-xiaoman')
    await shopTaps(meterOf(await phone('shen-qinghe'), rows), giftId)
    const code = await takesCoffee(cloud)
    await takesBeans(cloud)
    await handOverTaps(meterOf(await phone('cheng-yichuan', '/pages/assistant/desk/index'), rows), code)
    await hearsMuch(cloud)
    await toldTaps(meterOf(await phone('shen-qinghe'), rows))
    return tableOf(rows)
  } finally {
    for (const each of phones) await each.close()
    await browser.close()
    await cloud.close()
  }
}

function verdict(rows: readonly Sent[], { kind, what, most }: (typeof AIMS)[number]): Aim {
  const ofKind = rows.filter((row) => row.kind === kind)
  const over = ofKind.filter(({ bytes }) => bytes > most)
  const heaviest = Math.max(...ofKind.map(({ bytes }) => bytes))
  const which = over.map((row) => `${row.what} ${row.bytes} B`).join(', ')
  return aim(
    `${what} ≤ ${most / 1024} KB: ${which || `${heaviest} B at most, ${ofKind.length} kinds`}`,
    ofKind.every(({ bytes }) => bytes > 0) && over.length === 0,
  )
}

function tableOf(rows: readonly Sent[]): Table {
  const cells = (kind: Kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ what, calls, keys, bytes, drawnMs }) => [kind, what, calls, keys, bytes, drawnMs.toFixed(1)])
  return {
    title: '`setData` per interaction',
    words:
      'Metered by the local phone on the production build, in the demo mall: calls, keys and UTF-8 bytes of JSON until nothing more is sent, and what the phone took to draw them. Going to another page is counted apart from touches within a page.',
    columns: ['kind', 'interaction', 'calls', 'keys', 'bytes', 'drawn in ms'],
    rows: AIMS.flatMap(({ kind }) => cells(kind)),
    aims: AIMS.map((each) => verdict(rows, each)),
  }
}
