/**
 * Owns the way to WeChat's own compilers (npm `miniprogram-compiler`): closed programs, which the package also brings for
 * other systems, but which were only tried on Linux. Old, dev-only, and used as a second opinion alone.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const MOST_OUTPUT_BYTES = 100 * 1024 * 1024

/** Why WeChat's compilers cannot be asked on this computer; null when they can. */
export const compilersLeftOut = (): string | null =>
  process.platform === 'linux' && process.arch === 'x64'
    ? null
    : `WeChat's own compilers run on Linux x64, and this is ${process.platform} ${process.arch}`

/** @throws with what the compiler says when it refuses. */
export function runCompiler(name: 'wcc' | 'wcsc', folder: string, args: readonly string[]): string {
  const home = path.dirname(require.resolve('miniprogram-compiler/package.json'))
  const program = path.join(home, 'bin/linux', name)
  fs.chmodSync(program, 0o755)
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  if (error) throw error
  if (status !== 0) throw new Error(stderr.trim() || stdout.trim() || `${name} ended with ${status}`)
  return stdout
}
