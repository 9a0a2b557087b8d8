/**
 * Bundles every folder of `cloudfunctions` to one file with the SDK inside, beside the indexes that deploying creates.
 * `dist/cloudfunctions` is what WeChat DevTools uploads and what the local cloud runs: the same files.
 */
import { build, type Plugin } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { leaveOut, LEFT_OUT } from './left-out'

const ROOT = resolve(__dirname, '../..')
export const FUNCTIONS_DIR = join(ROOT, 'dist/cloudfunctions')

export const functionNames = (): string[] =>
  readdirSync(join(ROOT, 'cloudfunctions')).filter((name) =>
    existsSync(join(ROOT, 'cloudfunctions', name, 'index.ts')),
  )

/** Node that the console offers for functions at least; the bundle runs on newer ones too. */
const TARGET = 'node18'

export async function bundleFunction(
  entry: string,
  outfile: string,
  leftOut: readonly string[] = LEFT_OUT,
): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    platform: 'node',
    target: TARGET,
    format: 'cjs',
    plugins: [leaveOut(leftOut)],
    logLevel: 'error',
  })
}

/** The store opens its SDK when it is loaded; to read what it declares, an empty one will do. */
const withoutSdk: Plugin = {
  name: 'without-sdk',
  setup(build) {
    build.onResolve({ filter: /^wx-server-sdk$/ }, ({ path }) => ({ path, namespace: 'without-sdk' }))
    build.onLoad({ filter: /.*/, namespace: 'without-sdk' }, () => ({
      contents: 'module.exports = { init() {}, database: () => ({}) }',
    }))
  },
}

/** Writes `indexes.json` from the collections that the server declares. */
async function writeIndexes(outDir: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-'))
  const outfile = join(folder, 'collections.cjs')
  await build({
    entryPoints: [join(ROOT, 'src/server/store/collections.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    plugins: [withoutSdk],
    logLevel: 'error',
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- made a moment ago, so it cannot be imported above
  const { COLLECTIONS } = require(outfile) as { COLLECTIONS: object }
  rmSync(folder, { recursive: true })
  writeFileSync(join(outDir, 'indexes.json'), `${JSON.stringify(COLLECTIONS, null, 2)}\n`)
}

/** @returns the names of the functions that were bundled. */
export async function bundleFunctions(outDir = FUNCTIONS_DIR): Promise<string[]> {
  const names = functionNames()
  rmSync(outDir, { recursive: true, force: true })
  mkdirSync(outDir, { recursive: true })
  for (const name of names) {
    const from = join(ROOT, 'cloudfunctions', name)
    const to = join(outDir, name)
    mkdirSync(to)
    await bundleFunction(join(from, 'index.ts'), join(to, 'index.js'))
    for (const file of ['config.json', 'package.json']) copyFileSync(join(from, file), join(to, file))
  }
  await writeIndexes(outDir)
  return names
}
