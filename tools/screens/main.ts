/**
 * `npm run screens [-- --pictures DIR] [NAME …]`: opens the demo mall in memory and photographs every page and state of the
 * built mini program into `docs/screens`. With the folder of the design's pictures, each screen that has one is also put
 * beside it, at the same size, into `docs/screens/beside`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { FUNCTIONS_DIR } from '../../config/functions/bundle'
import { startCloud, type LocalCloud } from '../../local/cloud'
import { launchBrowser, startPhone, type RunningPhone } from '../../local/phone'
import { DEMO_PEOPLE } from '../demo-mall/people'
import { seedDemoMall } from '../demo-mall/seed'
import { buildFunctions, buildMiniProgram } from '../start/build-if-changed'
import { SCENES } from './scenes'
import type { Scene } from './studio'
import { still } from './touch'

const ROOT = resolve(__dirname, '../..')
const SCREENS = join(ROOT, 'docs/screens')
/** The time that the design's pictures show. */
const AFTERNOON = '14:36'
/** Device pixels per pixel: as in the design's pictures, or sharp enough to look at and small enough to keep. */
const PIXELS_TO_COMPARE = 2
const PIXELS = 1.5

async function openMall(): Promise<LocalCloud> {
  process.env.SHUKE_SECRET = 'the secret of a mall that is only photographed'
  const cloud = await startCloud({
    dataDir: ':memory:',
    functionsDir: FUNCTIONS_DIR,
    functionEnv: { SHUKE_SECRET: process.env.SHUKE_SECRET },
  })
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const now = Date.parse(`${day}T${AFTERNOON}:00+08:00`)
  await seedDemoMall(cloud, { now })
  cloud.clock.set(now)
  return cloud
}

async function photograph(scene: Scene, cloud: LocalCloud, browser: Browser): Promise<Buffer> {
  const phones: RunningPhone[] = []
  try {
    const phone = await scene.play({
      cloud,
      phone: async (openid, entry, setting = {}) => {
        const { viewport, theme, fontSizeSetting } = setting
        const phoneNumber = DEMO_PEOPLE.find((person) => person.openid === openid)?.phone
        const opened = await startPhone({
          dist: join(ROOT, 'dist/weapp'),
          cloudUrl: cloud.url,
          browser,
          deviceScaleFactor: scene.picture ? PIXELS_TO_COMPARE : PIXELS,
          person: { openid, ...(phoneNumber ? { phoneNumber } : {}) },
          ...(entry ? { entry } : {}),
          ...(viewport ? { viewport: { ...viewport } } : {}),
          ...(theme ? { theme } : {}),
          ...(fontSizeSetting ? { fontSizeSetting } : {}),
        })
        phones.push(opened)
        return opened
      },
    })
    await still(phone)
    return await phone.screenshot()
  } finally {
    for (const phone of phones) await phone.close()
  }
}

/** The design on the left, the screen on the right, both as high as the screen. */
async function beside(browser: Browser, design: Buffer, screen: Buffer): Promise<Buffer> {
  const picture = (png: Buffer): string =>
    `<img style="height:844px;margin:8px" src="data:image/png;base64,${png.toString('base64')}">`
  const page = await browser.newPage({ viewport: { width: 900, height: 860 } })
  await page.setContent(
    `<body style="margin:0;display:inline-flex;background:#cfcbc1">${picture(design)}${picture(screen)}</body>`,
  )
  const png = await page.locator('body').screenshot()
  await page.close()
  return png
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'string' } },
  })
  await buildFunctions()
  await buildMiniProgram()
  mkdirSync(join(SCREENS, 'beside'), { recursive: true })
  const cloud = await openMall()
  const browser = await launchBrowser()
  try {
    for (const scene of SCENES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
      const png = await photograph(scene, cloud, browser)
      writeFileSync(join(SCREENS, `${scene.name}.png`), png)
      const design = values.pictures && scene.picture ? join(values.pictures, `${scene.picture}.png`) : null
      if (design && existsSync(design))
        writeFileSync(
          join(SCREENS, 'beside', `${scene.name}.png`),
          await beside(browser, readFileSync(design), png),
        )
      console.log(scene.name)
    }
  } finally {
    await browser.close()
    await cloud.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
