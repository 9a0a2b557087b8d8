/**
 * Owns the app's code while it runs: modules, the App object, the registration of pages and components. A file is
 * run once, when first needed, with WeChat's names in scope.
 */
import type { JsonConfig } from '../../compile/built-package'
import { defineBuiltIns } from '../built-ins/define'
import { type CodeSpace, type ComponentEnv, createEnv, type Data, type Env } from '../engine/glass'
import type { Phone } from '../phone'
import { createGlobal, runIn, type Scope } from './sandbox'

interface Module {
  exports: unknown
}

export interface AppInstance {
  [member: string]: unknown
}

export class AppRuntime {
  readonly env: Env = createEnv()
  readonly codeSpace: CodeSpace
  app: AppInstance | null = null
  /** functions that a test exposed to app code */
  readonly bindings: Scope = {}
  private readonly global: Scope
  private readonly modules = new Map<string, Module>()
  private readonly loadedComponents = new Set<string>()
  private registering: ComponentEnv | null = null

  constructor(private readonly phone: Phone) {
    this.global = createGlobal(phone.clock.shiftedDate(), phone.messages.appConsole())
    const builtIns = defineBuiltIns(phone, this.env.getGlobalCodeSpace().getComponentSpace())
    this.codeSpace = this.env.createCodeSpace('', true)
    for (const [tag, definition] of Object.entries(builtIns)) {
      this.codeSpace.getComponentSpace().setGlobalUsingComponent(tag, definition)
    }
    keepIdsPlain(this.codeSpace)
    this.registerFiles()
  }

  private registerFiles(): void {
    const { config, styles, scopes, templates } = this.phone.pkg
    if ('app' in styles) this.codeSpace.addStyleSheet('app', 'app')
    for (const [path, own] of Object.entries(config)) {
      if (!(path in templates)) continue
      const usingComponents = this.usingComponents(path, own)
      this.codeSpace.addComponentStaticConfig(path, { ...own, usingComponents })
      this.codeSpace.addCompiledTemplate(path, { content: templates[path], groupList: templates })
      if (path in styles) this.codeSpace.addStyleSheet(path, path, scopes[path])
    }
  }

  private usingComponents(path: string, own: JsonConfig): Record<string, string> {
    const all = { ...this.phone.pkg.config.app?.usingComponents, ...own.usingComponents }
    return Object.fromEntries(
      Object.entries(all).map(([tag, target]) => [
        tag,
        /^plugin/.test(target) ? target : `/${resolvePath(target, path)}`,
      ]),
    )
  }

  start(): void {
    this.require('app')
    this.callApp('onLaunch', this.phone.launch)
    this.callApp('onShow', this.phone.launch)
  }

  callApp(hook: string, argument: unknown): void {
    const member = this.app?.[hook]
    if (typeof member === 'function') this.guard(() => member.call(this.app, argument) as unknown)
  }

  /** App code must not break the phone: what it throws is recorded, and life goes on. */
  guard<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      this.phone.messages.exception(error)
      return undefined
    }
  }

  /** Makes a function out of source text that a test sent; its scope is the app's. */
  compile(source: string): (...args: unknown[]) => unknown {
    // Bundlers that keep function names wrap them in __name, which has no meaning on this side of the wire.
    const scope = { ...this.scope('app'), ...this.bindings, __name: (value: unknown) => value }
    return runIn(scope, `return (${source}\n)`) as (...args: unknown[]) => unknown
  }

  private scope(path: string): Scope {
    const register = (kind: 'Page' | 'Component') => (definition: Data) =>
      this.registering?.[kind](lenient(definition))
    return {
      require: (request: string) => this.require(resolvePath(request.replace(/\.js$/, ''), path)),
      wx: this.phone.wx.api,
      App: (definition: AppInstance) => {
        this.app = definition
      },
      Page: register('Page'),
      Component: register('Component'),
      Behavior: (definition: Data) => this.registering?.Behavior(definition),
      getApp: () => this.app,
      getCurrentPages: () => this.phone.pages.stack.map((page) => page.caller),
      console: this.global.console,
      Date: this.global.Date,
      globalThis: this.global,
      global: this.global,
    }
  }

  private require(path: string): unknown {
    const { scripts } = this.phone.pkg
    const file = path in scripts ? path : `${path}/index`
    const known = this.modules.get(file)
    if (known) return known.exports
    const source = scripts[file]
    if (source === undefined) throw new Error(`module '${path}.js' is not defined`)
    const module: Module = { exports: {} }
    this.modules.set(file, module)
    const scope = { ...this.scope(file), module, exports: module.exports }
    runIn(scope, `${source}\n//# sourceURL=weapp:///${file}.js`)
    return module.exports
  }

  loadComponent(path: string): void {
    if (this.loadedComponents.has(path)) return
    this.loadedComponents.add(path)
    const config = this.codeSpace.getComponentStaticConfig(path)
    if (!config) throw new Error(`component not found: ${path}`)
    for (const used of Object.values(config.usingComponents)) {
      if (used.startsWith('/')) this.loadComponent(used.slice(1))
    }
    this.codeSpace.componentEnv(path, (env) => {
      const outer = this.registering
      this.registering = env
      try {
        this.require(path)
      } finally {
        this.registering = outer
      }
    })
  }
}

/** Otherwise every id would carry a prefix, and `#id` would find nothing. */
function keepIdsPlain(space: CodeSpace): void {
  const prepare = space.prepareComponentOptions.bind(space)
  space.prepareComponentOptions = (is, options) => {
    const [prepared, isolation] = prepare(is, options)
    return [{ ...prepared, idPrefixGenerator: null, writeIdToDOM: true }, isolation]
  }
}

/** Taro passes `behaviors: {}`, which WeChat tolerates and glass-easel does not. */
function lenient(definition: Data): Data {
  const copy = { ...definition }
  for (const key of ['behaviors', 'externalClasses'])
    if (copy[key] && !Array.isArray(copy[key])) delete copy[key]
  return copy
}

export function resolvePath(request: string, from: string): string {
  if (request.startsWith('/')) return request.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const part of request.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
