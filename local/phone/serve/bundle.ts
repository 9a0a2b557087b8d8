/** Owns the browser half of the phone as one script, bundled from TypeScript once in a process, when first asked for. */
import path from 'node:path'
import { build } from 'esbuild'

let bundled: Promise<string> | null = null

export const bundleRuntime = (): Promise<string> => (bundled ??= bundle())

async function bundle(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(__dirname, '../browser/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'warning',
    // glass-easel reports every call of a listener by name; minified names would make its messages useless.
    minify: false,
  })
  return result.outputFiles[0]!.text
}
