/**
 * Owns the second opinion on templates: WeChat's own compiler draws the data of a page again, and has to come to the
 * same tags, classes and texts as the phone. It stops a template that calls itself, which glass-easel allows.
 */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { JsonConfig } from '../compile/built-package'
import { listFiles } from '../compile/package'
import { differenceOf, type Drawn, inOrder, type RenderedPage } from './rendered'
import { runCompiler } from './wechat-compiler'

/** What wcc's code answers with. */
interface Virtual {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>>
  readonly children?: readonly (Virtual | string | number)[]
}

type Draw = (file: string, data: object) => Virtual

/** Elements that group others and are not drawn. */
const GROUPS = new Set(['wx-page', 'virtual', 'block', 'wx-block', 'wx-template'])

export interface SecondOpinion {
  /** What wcc says against a page, or where its drawing differs; null when it agrees. */
  objection(page: RenderedPage): string | null
}

/** Compiles the templates of a built package once. To be asked only where `compilersLeftOut` is null. */
export function secondOpinion(dist: string): SecondOpinion {
  const said: string[] = []
  const draw = compile(dist, said)
  return {
    objection({ path: page, data, tree }) {
      said.length = 0
      const drawn = flatten(draw(`${page}.wxml`, data), componentsOf(dist, page), draw)
      if (said.length > 0) return `${page}: wcc says ${said[0]}`
      const difference = differenceOf(tree, drawn)
      return difference && `${page}: ${difference}`
    },
  }
}

function compile(dist: string, said: string[]): Draw {
  const files = listFiles(dist)
  const ending = (end: string): string[] => files.filter((file) => file.endsWith(end))
  const components = ending('.wxml').flatMap((file) => {
    const names = Object.keys(configOf(dist, file.replace(/\.wxml$/, '')).usingComponents ?? {})
    return names.length > 0 ? [[file, names.length, ...names]] : []
  })
  const args = ['-d', '-cc', [components.length, ...components.flat()].join(' ')]
  const code = runCompiler('wcc', dist, [...args, ...ending('.wxml'), ...ending('.wxs'), '-gn', '$gwx'])
  const say = (...words: unknown[]): void => void said.push(words.map(String).join(' '))
  const own = {
    window: {},
    global: {},
    __wxConfig: {},
    console: { log: say, warn: say, error: say, info: say },
  }
  // What it draws has to be made of its own world's objects: it tells them by their constructor.
  const enter = `${code};(file, json) => $gwx(file)(JSON.parse(json))`
  const within = vm.runInNewContext(enter, own) as (file: string, json: string) => Virtual
  return (file, data) => within(file, JSON.stringify(data))
}

function configOf(dist: string, name: string): JsonConfig {
  const file = path.join(dist, `${name}.json`)
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as JsonConfig) : {}
}

/** Name → file without ending, of the components that a file uses. Their data has to come from what they are given. */
function componentsOf(dist: string, file: string): ReadonlyMap<string, string> {
  const used = { ...configOf(dist, 'app').usingComponents, ...configOf(dist, file).usingComponents }
  const place = (at: string): string =>
    at.startsWith('/') ? at.slice(1) : path.posix.join(path.posix.dirname(file), at)
  return new Map(Object.entries(used).map(([name, at]) => [name, place(at)]))
}

function flatten(
  node: Virtual | string | number,
  components: ReadonlyMap<string, string>,
  draw: Draw,
  into: Drawn[] = [],
): Drawn[] {
  if (typeof node !== 'object') {
    const text = String(node)
    const last = into.at(-1)
    if (!text.trim()) return into
    if (typeof last === 'string') into[into.length - 1] = last + text
    else into.push(text)
    return into
  }
  const tag = node.tag.replace(/^wx-/, '')
  const component = components.get(tag)
  if (component) return flatten(draw(`${component}.wxml`, node.attr ?? {}), components, draw, into)
  if (GROUPS.has(node.tag)) {
    for (const child of node.children ?? []) flatten(child, components, draw, into)
    return into
  }
  const inside: Drawn[] = []
  for (const child of node.children ?? []) flatten(child, components, draw, inside)
  const classes = node.attr?.class
  into.push({ tag, classes: typeof classes === 'string' ? inOrder(classes) : '', inside })
  return into
}
