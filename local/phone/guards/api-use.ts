/**
 * Owns which of WeChat's APIs and built-ins the sources of a Taro program use, and which of them this phone does not have:
 * what it cannot run, no test on it has seen.
 */
import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { listFiles } from '../compile/package'
import type { Refused } from './guard-package'
import { implemented, type Implemented } from './implemented'

const TARO = '@tarojs/taro'
const COMPONENTS = '@tarojs/components'
/** Of Taro itself, and no API of WeChat. */
const OWN_TO_TARO =
  /^(use[A-Z]\w*|env|getCurrentPages|getCurrentInstance|eventCenter|Events|getApp|getEnv|ENV_TYPE)$/

interface Used {
  readonly name: string
  readonly where: string
}

/** API or `<tag>` → why the program may use it all the same. */
export type Excused = Readonly<Record<string, string>>

/**
 * @param root what `where` counts from
 * @param folders sources, files or folders, from the root
 * @param excused a name here that is not used, or that the phone has, is refused too
 */
export function guardApiUse(root: string, folders: readonly string[], excused: Excused = {}): Refused[] {
  const phone = implemented()
  const used = folders.flatMap((folder) => sourcesBelow(root, folder)).flatMap((file) => usedIn(root, file))
  const absent = used.filter(({ name }) => !has(phone, name))
  const idle = Object.keys(excused).filter((name) => !absent.some((use) => use.name === name))
  return [
    ...absent
      .filter(({ name }) => !(name in excused))
      .map(({ name, where }) => ({ where, why: `the local phone has no ${name}` })),
    ...idle.map((name) => ({ where: 'what is excused', why: `${name} needs no excuse any more` })),
  ]
}

function sourcesBelow(root: string, place: string): string[] {
  const inside = fs.statSync(path.join(root, place)).isFile() ? [''] : listFiles(path.join(root, place))
  return inside
    .map((file) => path.posix.join(place, file))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
}

const has = (phone: Implemented, name: string): boolean =>
  name.startsWith('<') ? phone.component(name.slice(1, -1)) : OWN_TO_TARO.test(name) || phone.api(name)

function usedIn(root: string, file: string): Used[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  // Most files speak to nobody, and parsing is what takes long.
  if (!/@tarojs\/|\bwx\./.test(text)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const used: Used[] = []
  const take = (name: string, node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
    used.push({ name, where: `${file}:${line + 1}` })
  }
  const paths = new Map<string, string>([['wx', '']])
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return importsOf(node, paths, take)
    if (ts.isVariableDeclaration(node) && node.initializer) bind(node, paths, take)
    const name = ts.isPropertyAccessExpression(node) ? pathOf(node, paths) : null
    if (name) take(nameOf(name), node)
    // Of `a.b.c` only the whole is a name.
    ts.forEachChild(name && ts.isPropertyAccessExpression(node) ? rootOf(node) : node, visit)
  }
  visit(source)
  return used
}

/** As far as a name is one of the platform's: what most calls answer with is the program's own. */
const nameOf = (name: string): string =>
  /^(get\w*Manager|create\w+)\(\)\.\w+$/.test(name)
    ? name
    : (name.replace(/^env\..*/, 'env').split('()')[0] ?? name)

/** Below the names of a chain: what its calls were given. */
function rootOf(node: ts.Expression): ts.Node {
  if (ts.isPropertyAccessExpression(node)) return rootOf(node.expression)
  return node
}

/** `Taro.a().b` is `a().b`; null for what does not begin at Taro or wx. */
function pathOf(node: ts.Expression, paths: ReadonlyMap<string, string>): string | null {
  if (ts.isIdentifier(node)) return paths.get(node.text) ?? null
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node))
    return pathOf(node.expression, paths)
  if (ts.isCallExpression(node)) {
    const called = pathOf(node.expression, paths)
    return called && `${called}()`
  }
  if (!ts.isPropertyAccessExpression(node)) return null
  const holder = pathOf(node.expression, paths)
  return holder === null ? null : holder ? `${holder}.${node.name.text}` : node.name.text
}

type Take = (name: string, node: ts.Node) => void

function importsOf(node: ts.ImportDeclaration, paths: Map<string, string>, take: Take): void {
  const from = (node.moduleSpecifier as ts.StringLiteral).text
  const clause = node.importClause
  if (!clause || clause.isTypeOnly || (from !== TARO && from !== COMPONENTS)) return
  if (from === TARO && clause.name) paths.set(clause.name.text, '')
  const named = clause.namedBindings
  if (!named) return
  if (ts.isNamespaceImport(named)) return void paths.set(named.name.text, '')
  for (const each of named.elements.filter(({ isTypeOnly }) => !isTypeOnly)) {
    const name = (each.propertyName ?? each.name).text
    if (from === COMPONENTS) {
      if (!name.endsWith('Props')) take(`<${kebab(name)}>`, each)
    } else {
      paths.set(each.name.text, name)
      take(name, each)
    }
  }
}

/** `const files = Taro.getFileSystemManager()` and `const { scanCode } = Taro`. */
function bind(node: ts.VariableDeclaration, paths: Map<string, string>, take: Take): void {
  const from = pathOf(node.initializer!, paths)
  if (from === null) return
  if (ts.isIdentifier(node.name)) return void (/\(\)$|^$/.test(from) && paths.set(node.name.text, from))
  if (!ts.isObjectBindingPattern(node.name) || /\(\)$/.test(from)) return
  for (const each of node.name.elements) {
    const name = [from, (each.propertyName ?? each.name).getText()].filter(Boolean).join('.')
    take(name, each)
    if (ts.isIdentifier(each.name)) paths.set(each.name.text, name)
  }
}

const kebab = (name: string): string => name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase()
