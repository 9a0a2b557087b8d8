/** Sizes, names and leftovers: what a newcomer would stumble over. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CODE, filesBelow, importsOf, OWN_FOLDERS, ROOT, type SourceFile } from './tree'

const code = filesBelow(OWN_FOLDERS, CODE)
const paths = (files: readonly SourceFile[]): string[] => files.map(({ path }) => path)

test('no file is longer than 300 lines', () => {
  const long = code.filter(({ text }) => text.split('\n').length > 301)
  expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([])
})

test('files are kebab-case and components PascalCase', () => {
  const named = (path: string): boolean => {
    const name = path.split('/').at(-1) ?? ''
    return name.endsWith('.tsx')
      ? /^([A-Z][A-Za-z0-9]*|index)\.tsx$/.test(name)
      : /^[a-z0-9]+([-.][a-z0-9]+)*\.\w+$/.test(name)
  }
  expect(paths(code).filter((path) => !named(path))).toEqual([])
})

test('nothing is called by a name that says nothing', () => {
  expect(
    paths(code).filter((path) => /(^|\/)(utils?|helpers?|common|misc|types)(\/|\.\w+$)/.test(path)),
  ).toEqual([])
})

/** Word → what to write instead. */
const BANNED: readonly { readonly word: RegExp; readonly instead: string }[] = [
  { word: /\b(TODO|FIXME|XXX|HACK)\b/, instead: 'do it, or write an issue' },
  {
    word: /\b(describe|test|it)\.(only|skip|todo)\b|\bx(describe|it|test)\(/,
    instead: 'a test runs or it is deleted',
  },
  { word: /@ts-(nocheck|ignore)/, instead: 'say the type' },
  { word: /["'`(\s]\/(home|Users|root|work)\//, instead: 'a path from the project, or an argument' },
  { word: /cloud1-[0-9a-z]{8,}|\bwx[0-9a-f]{16}\b/, instead: 'the environment, not the code' },
  { word: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, instead: 'a secret of the environment' },
]

test.each(BANNED.map(({ word, instead }) => [String(word), instead, word] as const))(
  'no file says %s: write %s',
  (_, __, word) => {
    expect(
      paths(code.filter(({ path, text }) => path !== 'test/tidy/code.test.ts' && word.test(text))),
    ).toEqual([])
  },
)

test('every function folder is complete: code, permissions and package', () => {
  const folders = new Set(
    paths(code)
      .filter((path) => path.startsWith('cloudfunctions/'))
      .map((path) => path.split('/')[1]),
  )
  expect(folders.size).toBeGreaterThan(3)
  const missing = [...folders].flatMap((name) =>
    ['index.ts', 'config.json', 'package.json']
      .map((file) => `cloudfunctions/${name}/${file}`)
      .filter((path) => !existsSync(join(ROOT, path))),
  )
  expect(missing).toEqual([])
})

test('every file of the product is reached from a page, a function or a tool', () => {
  const shipped = code.filter(({ path }) => /^(src|cloudfunctions|local|tools|config)\//.test(path))
  const nameOf = (path: string): string => path.replace(/\.(tsx?|m?js)$/, '')
  const byName = new Map(shipped.map((file) => [nameOf(file.path), file]))
  // A file may also be started by its path: from a file beside it, or by whoever writes the whole path down.
  const pages = filesBelow(['.'], ['package.json', '.md'])
  const isStarted = ({ path }: SourceFile): boolean =>
    [...shipped, ...pages].some(
      (by) =>
        by.path !== path &&
        (by.text.includes(path) ||
          (dirname(by.path) === dirname(path) && by.text.includes(`'${basename(path)}'`))),
    )
  const isRoot = ({ path }: SourceFile): boolean =>
    /\.d\.ts$|(^src\/(app(\.config)?|custom-tab-bar\/index)\.tsx?$)|^(src\/pages|cloudfunctions)\/.*\/index\.(config\.)?tsx?$|(^|\/)main\.ts$|^config\/(index|dev|prod)\.ts$/.test(
      path,
    )
  const reached = new Set<string>()
  const reach = (file: SourceFile | undefined): void => {
    if (!file || reached.has(file.path)) return
    reached.add(file.path)
    for (const { to } of importsOf(file)) reach(byName.get(nameOf(to)) ?? byName.get(`${to}/index`))
  }
  shipped.filter((file) => isRoot(file) || isStarted(file)).forEach(reach)
  expect(paths(shipped).filter((path) => !reached.has(path))).toEqual([])
})

test('no large file is kept beside the code', () => {
  const large = filesBelow(OWN_FOLDERS, ['']).filter(({ text }) => text.length > 400_000)
  expect(paths(large)).toEqual([])
})
