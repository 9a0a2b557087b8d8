/**
 * The same persons on WeChat DevTools, by the automator's `launch`. Written from its documentation and not run there: what
 * is certain is only that these calls exist. Each person of a test has a window of its own, on a copy of the built program,
 * kept for the tests of a file; a test begins with an empty storage and its own person. The cloud is the local one, so
 * `wx.cloud.callFunction` is put in place anew: WeChat's own would ask an environment that these tests have no business in.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message, RunningPhone } from '../../local/phone'
import type { MiniProgram, PersonOptions } from './driver'
import { DEVTOOLS_VARIABLE, LeftOut } from './left-out'
import { kept } from './running'

const LAUNCH_WITHIN_MS = 120_000
const FIRST_PAGE = '/pages/member/home/index'

interface Window {
  readonly program: MiniProgram
  readonly folder: string
  /** What was thrown since the test began. */
  thrown: Message[]
}

const windows: Promise<Window>[] = []

async function openWindow(dist: string): Promise<Window> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-devtools-'))
  cpSync(dist, folder, { recursive: true })
  const cliPath = process.env[DEVTOOLS_VARIABLE]
  const program = await kept().automator.launch({
    projectPath: folder,
    timeout: LAUNCH_WITHIN_MS,
    trustProject: true,
    // The local cloud is at an address of this computer.
    projectConfig: { setting: { urlCheck: false } },
    ...(cliPath ? { cliPath } : {}),
  })
  const window: Window = { program, folder, thrown: [] }
  program.on('exception', (error) => {
    window.thrown.push({ type: 'exception', text: error.stack ?? error.message ?? 'without words' })
  })
  return window
}

interface CloudAnswer {
  readonly errCode?: unknown
  readonly result?: unknown
  readonly requestID?: string
}
declare const wx: {
  clearStorageSync(): void
  reLaunch(options: { url: string }): void
  cloud: { callFunction: unknown }
  request(options: object): void
}

/** Runs inside the mini program, where nothing of this file exists. */
function becomePerson(cloudUrl: string, openid: string, url: string): void {
  wx.clearStorageSync()
  wx.cloud.callFunction = ({ name, data }: { name: string; data: object }) =>
    new Promise((resolve, reject) => {
      wx.request({
        url: `${cloudUrl}/client/callFunction`,
        method: 'POST',
        header: { 'content-type': 'application/json', 'x-local-openid': openid },
        data: { name, data },
        success: ({ data: answer }: { data: CloudAnswer }) =>
          answer.errCode
            ? reject(Object.assign(new Error('cloud.callFunction:fail'), answer))
            : resolve({ errMsg: 'cloud.callFunction:ok', ...answer }),
        fail: reject,
      })
    })
  wx.reLaunch({ url })
}

/** The `nth` person of the running test. @throws LeftOut for a setting that only the local phone knows. */
export async function programOnDevTools(
  nth: number,
  {
    openid,
    cloudUrl,
    entry = FIRST_PAGE,
    phoneNumber,
    language,
    privacy,
    dist = 'dist/weapp',
  }: PersonOptions,
): Promise<{ program: MiniProgram; phone: RunningPhone }> {
  if (phoneNumber) throw new LeftOut('WeChat is asked for a phone number')
  if (language) throw new LeftOut('the language of WeChat is chosen')
  if (privacy) throw new LeftOut('nobody has agreed to the privacy guide before')
  const window = await (windows[nth] ??= openWindow(dist))
  window.thrown = []
  await window.program.evaluate(becomePerson, cloudUrl, openid, entry)
  return { program: window.program, phone: phoneOf(window) }
}

/** After the last test of a file. */
export async function closeDevTools(): Promise<void> {
  for (const { program, folder } of await Promise.all(windows.splice(0))) {
    await program.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ONLY_LOCAL: Readonly<Record<string, string>> = {
  setScanner: 'one phone scans what another shows',
  offline: 'the network is switched off',
  setTheme: 'the theme is switched',
  refreshClock: 'the clock of the phone is moved',
  page: 'the browser around the phone is touched',
}

/** As much of a local phone as DevTools has. */
function phoneOf(window: Window): RunningPhone {
  const there: Partial<RunningPhone> = {
    messages: () => Promise.resolve(window.thrown),
    screenshot: async () => Buffer.from((await window.program.screenshot()) ?? '', 'base64'),
    missing: () => Promise.resolve([]),
    // The window stays for the next test.
    close: () => Promise.resolve(),
  }
  return new Proxy(there as RunningPhone, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown
      throw new LeftOut(ONLY_LOCAL[String(key)] ?? `${String(key)} of the local phone`)
    },
  })
}
