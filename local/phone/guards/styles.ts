/**
 * Owns what WeChat refuses in style sheets: selectors that no sheet may have, those that a component's may not, and files
 * of the package in place of data or an address.
 */
import fs from 'node:fs'
import path from 'node:path'
import postcss, { type AtRule, type ChildNode, type Rule } from 'postcss'
import selectorParser from 'postcss-selector-parser'
import type { JsonConfig } from '../compile/built-package'
import { isFormula } from '../compile/selectors'
import type { Refused } from './guard-package'

/** What an address in a sheet may begin with. */
const REACHABLE = /^(data:|https:|http:)/
const ADDRESS = /url\(\s*(["']?)(.*?)\1\s*\)/g
const NEVER_IN_COMPONENTS: Readonly<Record<string, string>> = {
  tag: 'the tag',
  id: 'the id',
  attribute: 'the attribute',
}

export function refusedStyles(dist: string, files: readonly string[]): Refused[] {
  const ofComponents = sheetsOfComponents(dist, files)
  return files
    .filter((file) => file.endsWith('.wxss'))
    .flatMap((file) => refusedIn(dist, file, ofComponents.has(file)))
}

function refusedIn(dist: string, file: string, ofComponent: boolean): Refused[] {
  const refused: Refused[] = []
  const add = (node: ChildNode, why: string): void =>
    void refused.push({ where: `${file}:${node.source?.start?.line ?? 1}`, why })
  const sheet = postcss.parse(fs.readFileSync(path.join(dist, file), 'utf8'), { from: file })
  sheet.walkRules((rule) => {
    if (isKeyframe(rule)) return
    for (const why of refusedSelectors(rule.selector, ofComponent)) add(rule, why)
  })
  sheet.walkDecls((declaration) => {
    for (const [, , address = ''] of declaration.value.matchAll(ADDRESS))
      if (!REACHABLE.test(address)) add(declaration, `${declaration.prop} names a file: ${address}`)
  })
  return refused
}

function refusedSelectors(selector: string, ofComponent: boolean): string[] {
  const refused: string[] = []
  selectorParser((selectors) => {
    selectors.walk((node) => {
      const kind = NEVER_IN_COMPONENTS[node.type]
      if (node.type === 'universal') refused.push(`selector ${selector}: no sheet may say *`)
      else if (kind && ofComponent && !(node.type === 'tag' && isFormula(node)))
        refused.push(`selector ${selector}: a component's sheet may not say ${kind} ${String(node).trim()}`)
    })
  }).processSync(selector)
  return refused
}

const isKeyframe = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)

/** Own sheets of components, and what those import. */
function sheetsOfComponents(dist: string, files: readonly string[]): Set<string> {
  const known = new Set(files)
  const sheets = new Set<string>()
  const take = (file: string): void => {
    if (sheets.has(file) || !known.has(file)) return
    sheets.add(file)
    for (const target of importsOf(fs.readFileSync(path.join(dist, file), 'utf8')))
      take(
        target.startsWith('/')
          ? target.slice(1)
          : path.posix.normalize(path.posix.join(path.posix.dirname(file), target)),
      )
  }
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    const config = JSON.parse(fs.readFileSync(path.join(dist, file), 'utf8')) as JsonConfig
    if (config.component) take(file.replace(/\.json$/, '.wxss'))
  }
  return sheets
}

/** Addresses that a sheet imports. */
export const importsOf = (sheet: string): string[] =>
  [...sheet.matchAll(/@import\s+(?:url\(\s*)?["']([^"']+)["']/g)].map(([, target = '']) => target)
