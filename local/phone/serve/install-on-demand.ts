/**
 * Owns what is installed only when a computer turns out to need it. Each goes into a folder of its own under .cache,
 * so neither the project's dependencies nor its lock file change.
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const CACHE = path.resolve(__dirname, '../../../.cache')

/** Answers the folder in which the package can be imported. */
export function installOnDemand(spec: string): string {
  const folder = path.join(CACHE, spec.replace(/[^\w.-]+/g, '_'))
  const name = spec.slice(0, spec.lastIndexOf('@'))
  if (fs.existsSync(path.join(folder, 'node_modules', name, 'package.json'))) return folder
  console.log(`installing ${spec} (once, into .cache) …`)
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', spec]
  execFileSync('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  return folder
}
