/** Owns the Chinese fonts of tests: the system's, or Noto from npm where a Linux has none. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { installOnDemand } from './install-on-demand'

const FONTS = ['@fontsource/noto-sans-sc@5.3.0', '@fontsource/noto-serif-sc@5.3.0']
let folders: Promise<string[]> | null = null

/** Folders of @fontsource packages to serve; none when the system has its own. */
export function findFontDirs(): Promise<string[]> {
  return (folders ??= find())
}

async function find(): Promise<string[]> {
  if (process.platform !== 'linux' || hasChineseFont()) return []
  console.log('fonts: this system has no Chinese font')
  return FONTS.map((spec) =>
    path.join(installOnDemand(spec), 'node_modules', spec.slice(0, spec.lastIndexOf('@'))),
  )
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}
