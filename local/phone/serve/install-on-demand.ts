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
  if (fs.existsSync(folder)) return folder
  console.log(`installing ${spec} (once, into .cache) …`)
  // Test files run side by side: the folder appears under its name only when it is whole.
  const unfinished = `${folder}.${process.pid}`
  fs.mkdirSync(unfinished, { recursive: true })
  fs.writeFileSync(path.join(unfinished, 'package.json'), '{"private":true}\n')
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', spec]
  const options = { cwd: unfinished, shell: process.platform === 'win32' }
  execFileSync('npm', args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    fs.renameSync(unfinished, folder)
  } catch (error) {
    if (!fs.existsSync(folder)) throw error
    fs.rmSync(unfinished, { recursive: true })
  }
  return folder
}
