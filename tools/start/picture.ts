/**
 * `npm run stage:picture`: plays the first scene on a mall of its own and takes the picture of the stage for the README,
 * `docs/pictures/stage.png`; a name after the command takes it elsewhere.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../local/phone'
import { runMall } from './run-mall'

const WINDOW = { width: 1680, height: 900 }
const PICTURE = resolve(__dirname, '../../docs/pictures/stage.png')
/** The phones from left to right: member, friend, assistant. */
const ASSISTANT = 2
const AMOUNT = ['3', '8', '6']
/** An afternoon: both phones greet by the mall's clock. */
const AFTERNOON = '14:36'
const STILL_MS = 1500

async function main(): Promise<void> {
  const file = process.argv[2] ? resolve(process.argv[2]) : PICTURE
  const folder = mkdtempSync(join(tmpdir(), 'shuke-picture-'))
  const mall = await runMall({ folder, port: '0' })
  try {
    const today = new Date(mall.cloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    mall.cloud.clock.set(Date.parse(`${today}T${AFTERNOON}:00+08:00`))
    const browser = await launchBrowser()
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 2, locale: 'zh-CN' })
    await page.goto(mall.url)
    await playScene(page)
    mkdirSync(dirname(file), { recursive: true })
    await page.screenshot({ path: file })
    await browser.close()
    console.log(`wrote ${file}`)
  } finally {
    await mall.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The member shows the code, the assistant scans it and keys in what was bought; the member has a fresh code meanwhile. */
async function playScene(page: Page): Promise<void> {
  const onPage = (side: number, path: string) =>
    page.frameLocator(`iframe.screen >> nth=${side}`).frameLocator(`iframe[data-page="pages/${path}/index"]`)
  await onPage(0, 'member/home').getByText('出示会员码').first().click({ timeout: 60_000 })
  await onPage(ASSISTANT, 'assistant/desk').getByText('扫会员码').first().click()
  await onPage(0, 'member/code').getByText('再出示一次').click()
  const register = onPage(ASSISTANT, 'assistant/register')
  for (const digit of AMOUNT) await register.getByText(digit, { exact: true }).last().click()
  await page.waitForTimeout(STILL_MS)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
