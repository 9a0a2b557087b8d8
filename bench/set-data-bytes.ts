/** Bytes that cross from the mini program to its pages (`setData`), per interaction, metered by the local phone. */
import { launchBrowser, startPhone, type RunningPhone, type SetDataRecord } from '../local/phone'
import { ASSISTANT, MEMBER, openMall, PHONES } from '../test/server/mall'
import { buildMiniProgram } from '../tools/start/build-if-changed'
import { benchCloud } from './bench-cloud'
import { aim, type Table } from './table'

const DIST = 'dist/weapp'
const KEY_AIM = 2 * 1024
const LAUNCH_AIM = 20 * 1024

/** The records that one interaction added. */
async function during(phone: RunningPhone, act: () => Promise<void>): Promise<readonly SetDataRecord[]> {
  const before = (await phone.setDataLog()).length
  await act()
  await quiet(phone)
  return (await phone.setDataLog()).slice(before)
}

/** Until nothing has been sent for a while. */
async function quiet(phone: RunningPhone): Promise<void> {
  for (let count = -1, still = 0; still < 8;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const next = (await phone.setDataLog()).length
    still = next === count ? still + 1 : 0
    count = next
  }
}

async function tap(phone: RunningPhone, selector: string): Promise<void> {
  for (const frame of phone.page.frames().reverse()) {
    const found = frame.locator(selector).first()
    if ((await found.count()) > 0 && (await found.isVisible())) return found.tap()
  }
  throw new Error(`nothing to tap: ${selector}`)
}

const bytesOf = (records: readonly SetDataRecord[]): number =>
  records.reduce((sum, { bytes }) => sum + bytes, 0)

type Row = readonly [what: string, records: readonly SetDataRecord[]]

export async function setDataBytes(): Promise<Table> {
  await buildMiniProgram()
  const cloud = await benchCloud(2)
  const browser = await launchBrowser()
  try {
    const mall = await openMall(cloud)
    await mall.join(MEMBER, PHONES[MEMBER])
    await mall.buy(5_200_000, await mall.visit())
    const shared = { dist: DIST, cloudUrl: cloud.url, browser }
    const member = await startPhone({ ...shared, person: { openid: MEMBER } })
    await quiet(member)
    const rows: Row[] = [['launch of the card page', await member.setDataLog()]]
    rows.push(['open the member code', await during(member, () => tap(member, '.sleeve .button'))])
    const assistant = await startPhone({
      ...shared,
      person: { openid: ASSISTANT },
      entry: '/pages/assistant/desk/index',
    })
    await quiet(assistant)
    rows.push(["launch of the assistant's desk", await assistant.setDataLog()])
    assistant.setScanner(() => member.screenshot())
    rows.push([
      'scan and open the register',
      await during(assistant, () => tap(assistant, '.desk-head__scan .button')),
    ])
    for (const key of ['3', '8', '6'])
      rows.push([
        `keypad tap "${key}"`,
        await during(assistant, () => tap(assistant, `.keypad__key--d${key}`)),
      ])
    rows.push(['keypad backspace', await during(assistant, () => tap(assistant, '.keypad__key--backspace'))])
    await Promise.all([member.close(), assistant.close()])
    return tableOf(rows)
  } finally {
    await browser.close()
    await cloud.close()
  }
}

function tableOf(rows: readonly Row[]): Table {
  const most = (pattern: RegExp): number =>
    Math.max(...rows.filter(([what]) => pattern.test(what)).map(([, records]) => bytesOf(records)))
  const keypad = most(/keypad/)
  const launch = most(/card page/)
  return {
    title: '`setData` per interaction',
    words:
      'Metered by the local phone on the production build: calls, keys and UTF-8 bytes of JSON until nothing more is sent.',
    columns: ['interaction', 'calls', 'keys', 'bytes'],
    rows: rows.map(([what, records]) => [
      what,
      records.length,
      records.reduce((sum, { keys }) => sum + keys, 0),
      bytesOf(records),
    ]),
    aims: [
      aim(`keypad tap ≤ 2 KB: ${keypad} B`, keypad > 0 && keypad <= KEY_AIM),
      aim(`launch of the card page ≤ 20 KB: ${launch} B`, launch > 0 && launch <= LAUNCH_AIM),
    ],
  }
}
