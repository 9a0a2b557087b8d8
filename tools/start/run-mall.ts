/**
 * A mall that runs: what it is built from, its cloud on a folder, its stage on a port.
 * Invariant: the page is up before anything else is done, and whatever fails is said there too; `close` leaves nothing behind
 * but the folder.
 */
import { join, resolve } from 'node:path'
import { FUNCTIONS_DIR } from '../../config/functions/bundle'
import { type Inspected, type LocalCloud, startCloud } from '../../local/cloud'
import { findFontDirs, phoneHandler } from '../../local/phone'
import { createStage, type Stage } from '../../local/stage'
import { seedDemoMall } from '../demo-mall/seed'
import { DEMO_TEMPLATES, DEMO_TEMPLATE_TITLES } from '../demo-mall/templates'
import { buildFunctions, BuildFailure, buildMiniProgram, type Built } from './build-if-changed'
import { DataFolder } from './data-folder'
import { listen, type OpenDoor } from './listen'
import { readLog } from './read-log'
import { stageContent } from './stage-content'
import { type StepOutcome, Steps } from './steps'
import { StartRefusal } from './words'

const WEAPP_DIR = resolve(__dirname, '../../dist/weapp')

export interface RunningMall {
  readonly url: string
  readonly cloud: LocalCloud
  close(): Promise<void>
}

export interface MallOptions {
  readonly folder: string
  /** A port by name; otherwise the usual one or the next. */
  readonly port?: string
  /** The page can be looked at, long before the mall is open. */
  readonly onPage?: (url: string) => void
  /** A function that a debugger may attach to. */
  readonly inspect?: Inspected
}

/** Time for an open page to hear that the start has failed, before nobody answers it any more. */
const LAST_WORDS_MS = 1200

export async function runMall({ folder, port, onPage, inspect }: MallOptions): Promise<RunningMall> {
  const data = new DataFolder(folder)
  data.claim()
  const fontDirs = await findFontDirs().catch(() => [])
  const stage = createStage({ content: stageContent(), fontSheets: sheetsOf(fontDirs), readLog })
  let door: OpenDoor | null = null
  try {
    door = await listen(stage, port)
    data.tellWhere(door.url)
    onPage?.(door.url)
    const { url } = door
    const cloud = await open(stage, data, fontDirs, inspect)
    void fetch(`${url}/phone/runtime.js`).catch(() => undefined) // bundled at the first asking
    return { url, cloud, close: () => closeAll(door, cloud, data) }
  } catch (error) {
    const failure = asRefusal(error)
    stage.show({ kind: 'failed', reason: failure.output || failure.message, advice: failure.advice })
    if (door) await new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))
    door?.close()
    data.release()
    throw failure
  }
}

async function open(
  stage: Stage,
  data: DataFolder,
  fontDirs: string[],
  inspect: Inspected | undefined,
): Promise<LocalCloud> {
  const isFirst = !data.isOpened
  const steps = new Steps(
    [
      { id: 'functions', title: { zh: '云函数', en: 'Cloud functions' } },
      { id: 'weapp', title: { zh: '小程序', en: 'Mini program' } },
      { id: 'cloud', title: { zh: '本机的云', en: 'Local cloud' } },
      ...(isFirst ? [{ id: 'mall', title: { zh: '示范商场开张', en: 'Opening the demo mall' } }] : []),
    ],
    (phase) => stage.show(phase),
  )
  await Promise.all([
    steps.run('functions', async () => asOutcome(await buildFunctions())),
    steps.run('weapp', async () => asOutcome(await buildMiniProgram())),
  ])
  const { cloud } = await steps.run<StepOutcome & { cloud: LocalCloud }>('cloud', async () => ({
    cloud: await startOn(data, inspect),
  }))
  try {
    if (isFirst) await steps.run('mall', async (onProgress) => openDemoMall(cloud, data, onProgress))
  } catch (error) {
    await cloud.close()
    throw error
  }
  stage.open({
    cloudUrl: cloud.url,
    phones: phoneHandler({
      dist: WEAPP_DIR,
      cloudUrl: cloud.url,
      fontDirs,
      subscribeTitles: DEMO_TEMPLATE_TITLES,
    }),
    reset: async (onProgress) => void (await openDemoMall(cloud, data, onProgress)),
  })
  return cloud
}

function startOn(data: DataFolder, inspect: Inspected | undefined): Promise<LocalCloud> {
  const secret = data.secret()
  // Whoever opens the mall must be able to work out the first manager's code.
  process.env.SHUKE_SECRET = secret
  return startCloud({
    dataDir: data.path,
    functionsDir: FUNCTIONS_DIR,
    functionEnv: {
      SHUKE_SECRET: secret,
      SHUKE_MERCHANT: '1900000109',
      SHUKE_TEMPLATES: DEMO_TEMPLATES,
    },
    timers: true,
    inspect,
    log: (line) => {
      if (/"fault"|local cloud failed/.test(line)) process.stderr.write(`${line}\n`)
    },
  })
}

async function openDemoMall(
  cloud: LocalCloud,
  data: DataFolder,
  onProgress: (progress: number) => void,
): Promise<{ done: { zh: string; en: string } }> {
  data.isOpened = false
  cloud.reset()
  const { people, purchases } = await seedDemoMall(cloud, {
    now: Date.now(),
    onProgress: (done, total) => onProgress(done / total),
  })
  cloud.clock.set(Date.now())
  data.isOpened = true
  const count = people.length
  return { done: { zh: `${count} 个人，${purchases} 笔消费`, en: `${count} people, ${purchases} purchases` } }
}

const asOutcome = ({ changed }: Built) => ({
  done: changed ? { zh: '已构建', en: 'built' } : { zh: '没有改动', en: 'unchanged' },
})

const sheetsOf = (fontDirs: readonly string[]): string[] =>
  fontDirs.flatMap((dir) =>
    [400, 500, 600].map((weight) => `/phone/fonts/${dir.split(/[\\/]/).at(-1)}/${weight}.css`),
  )

function asRefusal(error: unknown): StartRefusal {
  if (error instanceof StartRefusal) return error
  if (error instanceof BuildFailure)
    return new StartRefusal(
      { zh: `${error.what} 没有构建成功`, en: error.message },
      {
        zh: '看上面的输出，改好以后再运行一次 npm start',
        en: 'See the output, correct it and run npm start again',
      },
      error.output,
    )
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || /disk is full|ENOSPC/i.test(message))
    return new StartRefusal(
      { zh: '磁盘没有空间了', en: 'The disk is full' },
      { zh: '空出大约 200 MB，再运行一次 npm start', en: 'Free about 200 MB and run npm start again' },
    )
  return new StartRefusal(
    { zh: '启动时出了错', en: 'The start failed' },
    {
      zh: `再试一次；如果还是这样，删掉 ${join('.data', 'mall')} 会让商场从头开始`,
      en: `Try again; if it stays, deleting ${join('.data', 'mall')} lets the mall begin anew`,
    },
    stack ?? message,
  )
}

async function closeAll(door: OpenDoor | null, cloud: LocalCloud, data: DataFolder): Promise<void> {
  door?.close()
  await cloud.close()
  data.release()
}
