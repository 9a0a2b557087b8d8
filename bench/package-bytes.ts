/** Bytes of the built mini program per package, against WeChat's limit of 2 MB each and our own for the main one. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { buildMiniProgram } from '../tools/start/build-if-changed'
import { aim, type Table } from './table'

const DIST = resolve(__dirname, '../dist/weapp')
const MAIN_AIM = 600 * 1024
const WHOLE_AIM = 2 * 1024 * 1024
/** Settings and licences are not uploaded. */
const NOT_UPLOADED = /(^|\/)(project\.(private\.)?config\.json)$|\.(map|md)$|LICENSE\.txt$/

interface AppConfig {
  readonly subPackages?: readonly { readonly root: string }[]
  readonly subpackages?: readonly { readonly root: string }[]
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

export async function packageBytes(): Promise<Table> {
  await buildMiniProgram()
  const app = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as AppConfig
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const bytes = new Map<string, number>([['main', 0], ...roots.map((root) => [root, 0] as const)])
  for (const file of filesOf(DIST)) {
    const path = relative(DIST, file).replace(/\\/g, '/')
    if (NOT_UPLOADED.test(path)) continue
    const owner = roots.find((root) => path.startsWith(`${root}/`)) ?? 'main'
    bytes.set(owner, (bytes.get(owner) ?? 0) + statSync(file).size)
  }
  const main = bytes.get('main') ?? 0
  const whole = [...bytes.values()].reduce((sum, each) => sum + each, 0)
  return {
    title: 'Package bytes',
    words: 'Sum of the files that are uploaded, per package, of the production build.',
    columns: ['package', 'bytes', 'of 2 MB'],
    rows: [...bytes, ['whole program', whole] as const].map(([name, size]) => [
      name,
      kilobytes(size),
      `${((size / WHOLE_AIM) * 100).toFixed(0)} %`,
    ]),
    aims: [
      aim(`main package ≤ 600 KB: ${kilobytes(main)}`, main > 0 && main <= MAIN_AIM),
      aim(`whole program ≤ 2 MB: ${kilobytes(whole)}`, whole <= WHOLE_AIM),
    ],
  }
}
