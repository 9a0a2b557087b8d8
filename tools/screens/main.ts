/**
 * `npm run screens [-- --pictures DIR] [NAME …]`: opens the demo mall in memory and photographs the built mini program into
 * `docs/screens`: every page on two sizes of phone, light, dark and in large type, six on one sheet; every other state by
 * itself. With the folder of the design's pictures, each screen that has one is also put beside it, at the same size,
 * into `docs/screens/beside`.
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
import { DEMO_TEMPLATES, DEMO_TEMPLATE_TITLES } from '../demo-mall/templates'
import { buildFunctions, buildMiniProgram } from '../start/build-if-changed'
import { asWebp, inARow } from './pictures'
import { SCENES } from './scenes'
import { DARK, LARGE, SMALL, type Scene, type Setting } from './studio'
import { still } from './touch'

const ROOT = resolve(__dirname, '../..')
const SCREENS = join(ROOT, 'docs/screens')
/** The time that the design's pictures show. */
const AFTERNOON = '14:36'
/** Device pixels per pixel: as in the design's pictures, or sharp enough to look at and small enough to keep. */
const PIXELS_TO_COMPARE = 2
const PIXELS = 1.5
const PIXELS_ON_SHEET = 1.25
/** How a page is photographed that has a sheet: on a common and on the smallest phone. */
const SHEET: readonly Setting[] = [{}, DARK, LARGE, SMALL, { ...SMALL, ...DARK }, { ...SMALL, ...LARGE }]

interface Camera {
  readonly cloud: LocalCloud
  readonly browser: Browser
}

async function openMall(): Promise<LocalCloud> {
  process.env.SHUKE_SECRET = 'the secret of a mall that is only photographed'
  const cloud = await startCloud({
    dataDir: ':memory:',
    functionsDir: FUNCTIONS_DIR,
    functionEnv: { SHUKE_SECRET: process.env.SHUKE_SECRET, SHUKE_TEMPLATES: DEMO_TEMPLATES },
  })
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const now = Date.parse(`${day}T${AFTERNOON}:00+08:00`)
  await seedDemoMall(cloud, { now })
  cloud.clock.set(now)
  return cloud
}

async function photograph(
  scene: Scene,
  { cloud, browser }: Camera,
  pixels: number,
  everywhere: Setting = {},
): Promise<Buffer> {
  const phones: RunningPhone[] = []
  try {
    const phone = await scene.play({
      cloud,
      phone: async (openid, entry, setting = {}) => {
        const phoneNumber = DEMO_PEOPLE.find((person) => person.openid === openid)?.phone
        const opened = await startPhone({
          dist: join(ROOT, 'dist/weapp'),
          cloudUrl: cloud.url,
          subscribeTitles: DEMO_TEMPLATE_TITLES,
          browser,
          deviceScaleFactor: pixels,
          person: { openid, ...(phoneNumber ? { phoneNumber } : {}) },
          ...(entry ? { entry } : {}),
          ...everywhere,
          ...setting,
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

/** The page in each setting of the sheet. */
async function sheetOf(scene: Scene, camera: Camera): Promise<Buffer> {
  const parts = []
  for (const setting of SHEET) {
    const height = (setting.viewport?.height ?? 844) * PIXELS_ON_SHEET
    parts.push({ png: await photograph(scene, camera, PIXELS_ON_SHEET, setting), height })
  }
  return inARow(camera.browser, parts)
}

/** The design on the left, the screen on the right, both as high as the screen. */
async function beside(scene: Scene, pictures: string, camera: Camera): Promise<void> {
  const design = join(pictures, `${scene.picture}.png`)
  if (!scene.picture || !existsSync(design)) return
  const height = 844 * PIXELS_TO_COMPARE
  const screen = await photograph(scene, camera, PIXELS_TO_COMPARE)
  const both = [readFileSync(design), screen].map((png) => ({ png, height }))
  writeFileSync(join(SCREENS, 'beside', `${scene.name}.webp`), await inARow(camera.browser, both))
}

/** One scene that cannot be played any more does not keep the others from being photographed; it is said in the end. */
async function taken(scene: Scene, camera: Camera, pictures: string | undefined): Promise<void> {
  try {
    const picture = scene.hasSheet
      ? await sheetOf(scene, camera)
      : await asWebp(camera.browser, await photograph(scene, camera, PIXELS))
    writeFileSync(join(SCREENS, `${scene.name}.webp`), picture)
    if (pictures) await beside(scene, pictures, camera)
    console.log(scene.name)
  } catch (error) {
    console.error(`${scene.name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'string' } },
  })
  await buildFunctions()
  await buildMiniProgram()
  mkdirSync(join(SCREENS, 'beside'), { recursive: true })
  const camera: Camera = { cloud: await openMall(), browser: await launchBrowser() }
  try {
    for (const scene of SCENES.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
      await taken(scene, camera, values.pictures)
  } finally {
    await camera.browser.close()
    await camera.cloud.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
