/** Imports go one way: pages → components → domain, pages → client → contract → domain, functions → server → contract → domain. */
import { CODE, filesBelow, importsOf, OWN_FOLDERS, type Import } from './tree'

const imports = filesBelow(OWN_FOLDERS, CODE).flatMap(importsOf)

/** The room of a path: `src/pages/member`, `src/server`, `local`. */
function roomOf(path: string): string {
  const [first = '', second = '', third = ''] = path.split('/')
  if (first !== 'src') return first
  return second === 'pages' ? `src/pages/${third}` : `src/${second.replace(/\.\w+$/, '')}`
}

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['src/domain'],
  'src/contract': ['src/contract', 'src/domain'],
  'src/server': ['src/server', 'src/contract', 'src/domain'],
  'src/client': ['src/client', 'src/contract', 'src/domain', 'src/text'],
  'src/text': ['src/text', 'src/domain', 'src/contract'],
  'src/components': ['src/components', 'src/domain', 'src/text', 'src/styles'],
  'src/styles': ['src/styles'],
  'src/app': ['src/app', 'src/client', 'src/components', 'src/styles', 'src/text'],
  'src/custom-tab-bar': ['src/custom-tab-bar', 'src/components', 'src/styles', 'src/text'],
  cloudfunctions: ['src/server', 'src/contract', 'src/domain'],
  local: ['local'],
}

const PAGE_MAY_IMPORT = [
  'src/components',
  'src/client',
  'src/contract',
  'src/domain',
  'src/text',
  'src/styles',
]

/** Where a package that speaks a private contract may be used. */
const ONLY: readonly { readonly pattern: RegExp; readonly rooms: RegExp }[] = [
  { pattern: /^(wx-server-sdk|@cloudbase)(\/|$)/, rooms: /^(src\/server\/(run|store)\/|test\/|bench\/)/ },
  { pattern: /^@tarojs\//, rooms: /^(src\/(app|pages|components|client)|config\/|babel\.config)/ },
  { pattern: /^(libsql|mingo|bson)$/, rooms: /^(local\/cloud\/|test\/local\/|bench\/)/ },
  { pattern: /^tyme4ts$/, rooms: /^(src\/server\/birthdays\/|test\/)/ },
  { pattern: /^glass-easel/, rooms: /^local\/phone\// },
]

const isAllowed = (each: Import): boolean => {
  const from = roomOf(each.from)
  const to = roomOf(each.to)
  const ownFile = /^(src|cloudfunctions|config|tools|local|test|bench)(\/|$)/.test(each.to)
  if (!ownFile) return true
  // What a door shows is what a component draws: its types may be named, nothing of it is run.
  if (from === 'src/components' && each.typeOnly && each.to === 'src/contract/views') return true
  if (from.startsWith('src/pages/')) return to === from || PAGE_MAY_IMPORT.includes(to)
  // A message that leaves is said on the server: in the words of one file.
  if (from === 'src/server' && each.to === 'src/text/zh-cn/messages') return true
  // A room of the product that is not in the table knows nobody; tools, tests and benches may know everything.
  const allowed = MAY_IMPORT[from] ?? (from.startsWith('src/') ? [] : undefined)
  return allowed === undefined || allowed.includes(to)
}

const shown = (each: Import): string => `${each.from} → ${each.to}`

test('no room imports from a room that it must not know', () => {
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.filter((each) => !isAllowed(each)).map(shown)).toEqual([])
})

test('a package that speaks a private contract stays in the rooms that own it', () => {
  const strays = imports.filter((each) =>
    ONLY.some(({ pattern, rooms }) => pattern.test(each.to) && !rooms.test(each.from)),
  )
  expect(strays.map(shown)).toEqual([])
})

test('the cloud of the platform is called in one file of the mini program', () => {
  const callers = filesBelow(['src'], CODE).filter(({ text }) => /Taro\.cloud\b|wx\.cloud\b/.test(text))
  expect(callers.map(({ path }) => path).filter((path) => path !== 'src/client/call.ts')).toEqual([])
})

test('the domain imports no package at all', () => {
  const packages = imports.filter(
    (each) => each.from.startsWith('src/domain/') && !each.to.startsWith('src/'),
  )
  expect(packages.map(shown)).toEqual([])
})

test('nothing that is shipped imports the stand-ins of the laptop', () => {
  const shipped = imports.filter((each) => /^(src|cloudfunctions)\//.test(each.from))
  expect(shipped.filter((each) => /^local(\/|$)/.test(each.to)).map(shown)).toEqual([])
})

test('the shape library stays out of the mini program: its files take only types from what uses it', () => {
  const bringsShapes = (path: string): boolean =>
    /^src\/contract\/(envelope|shapes|member|assistant|manager|till)$/.test(path)
  const values = imports.filter(
    (each) =>
      /^src\/(app|pages|client|components|text)/.test(each.from) && bringsShapes(each.to) && !each.typeOnly,
  )
  expect(values.map(shown)).toEqual([])
})
