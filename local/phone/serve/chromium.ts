/**
 * Owns finding a Chromium for tests, from what is there to what must be fetched: CHROMIUM, the usual places,
 * Playwright's own, then @sparticuz/chromium on Linux x64, then Debian's package when root. It says what it does.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { installOnDemand } from './install-on-demand'

export interface FoundChromium {
  executablePath: string
  /** what its process needs in its environment */
  env: Record<string, string>
}

// The last one that runs on Node 20.
const SPARTICUZ = '@sparticuz/chromium@147.0.0'
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
      path.join(process.env[root] ?? 'C:/', file),
    ),
  ),
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
}

let found: Promise<FoundChromium> | null = null

export function findChromium(): Promise<FoundChromium> {
  return (found ??= find())
}

async function find(): Promise<FoundChromium> {
  const given = process.env.CHROMIUM
  if (given) {
    if (!fs.existsSync(given)) throw new Error(`CHROMIUM names ${given}, which does not exist`)
    return { executablePath: given, env: {} }
  }
  const there = inPath() ?? PLACES[process.platform]?.find((file) => fs.existsSync(file)) ?? playwrights()
  if (there) return { executablePath: there, env: {} }
  return fetched()
}

function inPath(): string | undefined {
  const extension = process.platform === 'win32' ? '.exe' : ''
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const candidates = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + extension)))
  return candidates.find((file) => fs.existsSync(file))
}

function playwrights(): string | undefined {
  const file = chromium.executablePath()
  return file && fs.existsSync(file) ? file : undefined
}

async function fetched(): Promise<FoundChromium> {
  const reasons: string[] = []
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return fromSparticuz()
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    try {
      console.log('chromium: installing the Debian package …')
      execFileSync('apt-get', ['update'], { stdio: 'inherit' })
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
      const there = inPath()
      if (there) return { executablePath: there, env: {} }
    } catch (error) {
      reasons.push((error as Error).message)
    }
  }
  const advice = 'install Chrome or Chromium, or set CHROMIUM to its program file'
  throw new Error(['no Chromium found: ' + advice, ...reasons].join('\n'))
}

function fromSparticuz(): FoundChromium {
  const folder = installOnDemand(SPARTICUZ)
  // The package unpacks its own shared libraries only where it takes the system for a bare one; any will do.
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
  const script =
    "import('@sparticuz/chromium').then(async (m) => process.stdout.write(await m.default.executablePath()))"
  const executablePath = execFileSync(process.execPath, ['-e', script], {
    cwd: folder,
    env,
    encoding: 'utf8',
  }).trim()
  if (!fs.existsSync(executablePath)) throw new Error(`${SPARTICUZ} unpacked no program file`)
  const libraries = [path.join(os.tmpdir(), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean)
  return { executablePath, env: { LD_LIBRARY_PATH: libraries.join(':') } }
}
