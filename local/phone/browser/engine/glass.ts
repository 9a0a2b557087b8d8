/**
 * The narrow, typed view of glass-easel that the phone uses. glass-easel 0.12.1 and its compiler share a private
 * contract, so the versions are pinned; everything that touches a private field of theirs is in this folder.
 */
import * as glassEasel from 'glass-easel'
import { MiniProgramEnv, component as adapter } from 'glass-easel-miniprogram-adapter'

export type Data = Record<string, unknown>

/** What an app's page or component instance looks like from outside (`this` in its methods). */
export interface Caller {
  is: string
  id: string
  data: Data
  dataset: Data
  _$: Component
  setData(data: Data, done?: () => void): void
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: unknown): unknown
  [member: string]: unknown
}

/** The DOM node of a glass-easel element: browsers' own, plus the way back. */
export type PhoneNode = HTMLElement & { __wxElement?: Component; phoneElementId?: string }

export interface Component {
  is: string
  id: string
  data: Data
  dataset: Data
  $$: PhoneNode
  ownerShadowRoot: { getHostNode(): Component } | null
  getMethodCaller(): Caller
  triggerEvent(type: string, detail: unknown, options?: EventOptions): void
  triggerPageLifetime(name: string, args: unknown[]): void
  addListener(type: string, listener: (event: ShadowedEvent) => void): void
  setData(data: Data): void
}

export interface EventOptions {
  originalEvent?: unknown
  bubbles?: boolean
  composed?: boolean
  capturePhase?: boolean
  extraFields?: Data
}

export interface ShadowedEvent {
  type: string
  detail: unknown
  getOriginalEvent?(): { target?: Element } | undefined
}

export interface Root {
  get(): Caller
  getComponent(): Component
  attach(parent: Element, placeholder: Element): void
  release(): void
}

export interface ComponentEnv {
  Page(definition: Data): void
  Component(definition: Data): void
  Behavior(definition: Data): unknown
}

export interface ComponentSpace {
  define(path: string): ComponentBuilder
  setGlobalUsingComponent(tag: string, definition: unknown): void
}

interface ComponentBuilder {
  options(options: Data): ComponentBuilder
  template(template: Data): ComponentBuilder
  definition(definition: Data): ComponentBuilder
  registerComponent(): unknown
}

export interface CodeSpace {
  getComponentSpace(): ComponentSpace
  addStyleSheet(path: string, url: string, scope?: string): void
  addComponentStaticConfig(path: string, config: Data): void
  getComponentStaticConfig(path: string): { usingComponents: Record<string, string> } | undefined
  addCompiledTemplate(path: string, template: Data): void
  componentEnv<T>(path: string, run: (env: ComponentEnv) => T): T
  prepareComponentOptions(is: string, options?: unknown): [Data, unknown]
}

export interface Env {
  getGlobalCodeSpace(): CodeSpace
  createCodeSpace(id: string, isMain: boolean): CodeSpace
  associateBackend(backend: unknown): { createRoot(tag: string, space: CodeSpace, path: string): Root }
}

type SetData = (this: Caller, data: Data, done?: () => void) => void

interface EventClass {
  new (type: string, detail: unknown, options?: EventOptions): { getEventBubbleStatus(): number }
  dispatchEvent(target: unknown, event: unknown): void
  prototype: { wrapShadowedEvent(target: unknown, mark: unknown, currentTarget: unknown): unknown }
}

interface Glass {
  globalOptions: { writeIdToDOM: boolean; throwGlobalError: boolean }
  Event: EventClass
  Component: { isComponent(value: unknown): boolean }
  addGlobalWarningListener(listener: (warning: unknown) => boolean): void
  addGlobalErrorListener(listener: (error: unknown) => boolean): void
}

export const glass = glassEasel as unknown as Glass
export const createEnv = () => new MiniProgramEnv() as unknown as Env
export const callerPrototype = adapter.ComponentCaller.prototype as unknown as {
  setData: SetData
  createSelectorQuery: (this: Caller) => unknown
}

export function isAppComponent(element: Component | undefined): element is Component {
  return element !== undefined && glass.Component.isComponent(element) && !element.is.startsWith('wx://')
}
