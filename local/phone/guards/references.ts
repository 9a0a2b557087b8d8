/**
 * Owns which file of a package may name which: WeChat loads a subpackage when one of its pages opens, so the main package
 * must not need one, and no subpackage another. The phone has all of them at once and would not notice.
 */
import fs from 'node:fs'
import path from 'node:path'
import type { JsonConfig } from '../compile/built-package'
import type { Refused } from './guard-package'
import { importsOf } from './styles'

const { posix } = path
const MAIN = 'the main package'
/** Endings that a name may leave out, by the kind of file that says it. */
const ENDINGS = ['', '.js', '/index.js', '.wxml', '.json', '.wxss']

interface Owner {
  readonly name: string
  /** Runs without the main package. */
  readonly independent: boolean
}

export function refusedReferences(dist: string, files: readonly string[]): Refused[] {
  const ownerOf = owners(dist)
  const known = new Set(files)
  return files.flatMap((file) =>
    namedIn(file, () => fs.readFileSync(path.join(dist, file), 'utf8')).flatMap((name): Refused[] => {
      const base = name.startsWith('/')
        ? name.slice(1)
        : posix.normalize(posix.join(posix.dirname(file), name))
      const target = ENDINGS.map((ending) => base + ending).find((each) => known.has(each))
      if (!target) return [{ where: file, why: `${name} is not in the package` }]
      const why = refusal(ownerOf(file), ownerOf(target))
      return why ? [{ where: file, why: `${name} ${why}` }] : []
    }),
  )
}

function refusal(from: Owner, to: Owner): string | null {
  if (from.name === to.name) return null
  if (to.name !== MAIN) return `belongs to ${to.name}, which ${from.name} cannot count on`
  return from.independent ? `belongs to ${MAIN}, and ${from.name} runs without it` : null
}

/** What a file needs before it can run, as it says it. `require.async` waits for its subpackage and is no such need. */
function namedIn(file: string, read: () => string): string[] {
  const all = (pattern: RegExp): string[] => [...read().matchAll(pattern)].map((match) => match[2] ?? '')
  if (file.endsWith('.js')) return all(/\brequire\(\s*(["'])([^"'`]+)\1\s*\)/g)
  if (file.endsWith('.wxs')) return all(/\brequire\(\s*(["'])([^"'`]+)\1\s*\)/g)
  if (file.endsWith('.wxml')) return all(/<(?:import|include|wxs)\b[^>]*?\ssrc=(["'])([^"'{}]+)\1/g)
  if (file.endsWith('.wxss')) return importsOf(read())
  if (!file.endsWith('.json')) return []
  const { usingComponents = {} } = JSON.parse(read()) as JsonConfig
  return Object.values(usingComponents).filter((name) => !/^(plugin|ext|weui-miniprogram):?\//.test(name))
}

function owners(dist: string): (file: string) => Owner {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as JsonConfig
  const packages = (app.subPackages ?? app.subpackages ?? []) as { root: string; independent?: boolean }[]
  const roots = packages.map(({ root, independent = false }) => ({
    name: `subpackage ${root.replace(/^\/|\/$/g, '')}`,
    folder: `${root.replace(/^\/|\/$/g, '')}/`,
    independent,
  }))
  return (file) => roots.find(({ folder }) => file.startsWith(folder)) ?? { name: MAIN, independent: false }
}
