/**
 * Owns the answer to "does this phone have it?". The phone's own `wx` is built around a stand-in for everything else and
 * looked at, so that the answer is what the phone would do and no second list.
 */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { buildSync } from 'esbuild'
import { BUILT_IN_TEMPLATES, STAND_IN_TAGS } from '../browser/built-ins/templates'
import { apiNames } from '../compile/api-names'
import { listFiles } from '../compile/package'

export interface Implemented {
  /** Of a name such as `navigateTo`, `cloud.callFunction` or `getFileSystemManager().readFile`. */
  api(name: string): boolean
  /** Of a built-in component, by its tag. */
  component(tag: string): boolean
}

interface BuiltWx {
  api: Record<string, unknown>
  isMissing(name: string): boolean
}

const BROWSER = path.join(__dirname, '../browser')

/** Whatever is asked of it, and whatever it is called with, it answers with itself. */
const ANYTHING: object = new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 0 : key === 'then' ? undefined : ANYTHING),
  apply: () => ANYTHING,
  construct: () => ANYTHING,
})

export function implemented(): Implemented {
  const missing = new Set<string>()
  const listened: string[] = []
  const own: Record<string, unknown> = {
    missing,
    pkg: { apiNames: apiNames(), config: {} },
    bus: { on: (event: string) => listened.push(event), off: (event: string) => listened.push(event) },
  }
  const wx = buildWx(new Proxy(own, { get: (_, key) => own[String(key)] ?? ANYTHING }))
  const emitted = emittedEvents()
  /** One can listen, and nothing is ever told. */
  const staysSilent = (name: string): boolean => {
    if (!/^(on|off)[A-Z]\w*$/.test(name)) return false
    listened.length = 0
    attempt(wx.api[name])
    return listened.some((event) => !emitted.has(event))
  }
  return {
    api(name) {
      const [first = ''] = name.split(/[.(]/)
      if (!(first in wx.api) || wx.isMissing(first) || staysSilent(first)) return false
      const found = memberOf(wx.api, name)
      if (name.startsWith('cloud.')) attempt(found)
      return found !== undefined && !missing.has(name)
    },
    component: (tag) => tag in BUILT_IN_TEMPLATES && !(STAND_IN_TAGS as readonly string[]).includes(tag),
  }
}

/** Some members, like those of `wx.cloud`, are there to say by name that they are not. */
function attempt(member: unknown): void {
  try {
    const answer = (member as (options: object) => unknown)({})
    if (answer instanceof Object && 'catch' in answer) void (answer as Promise<unknown>).catch(() => {})
  } catch {
    // It has said so.
  }
}

function memberOf(api: object, name: string): unknown {
  return name.split('.').reduce<unknown>((holder, step) => {
    if (holder === undefined || holder === null) return undefined
    const called = step.endsWith('()')
    const member = (holder as Record<string, unknown>)[called ? step.slice(0, -2) : step]
    return called && typeof member === 'function' ? (member as () => unknown)() : member
  }, api)
}

function buildWx(phone: object): BuiltWx {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(BROWSER, 'wx/wx.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  const module = { exports: {} as { Wx: new (phone: object) => BuiltWx } }
  const screen = { window: ANYTHING, document: ANYTHING, localStorage: ANYTHING, navigator: ANYTHING }
  vm.runInNewContext(outputFiles[0]!.text, { ...screen, module, exports: module.exports, console })
  return new module.exports.Wx(phone)
}

/** What the phone tells the app of, by the sources of its browser half. */
const emittedEvents = (): Set<string> =>
  new Set(
    listFiles(BROWSER)
      .map((file) => fs.readFileSync(path.join(BROWSER, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/\bbus\.emit\(\s*'(\w+)'/g)].map(([, event = '']) => event)),
  )
