/** The files of the project as text, for the tests of the code itself. */
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'

export const ROOT = resolve(__dirname, '../..')

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Every file that git knows or would take, below `folders`, with one of these endings. */
export function filesBelow(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  return listed
    .split('\n')
    .filter(
      (path) =>
        endings.some((ending) => path.endsWith(ending)) &&
        statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile(),
    )
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

export const CODE = ['.ts', '.tsx', '.mjs', '.js']
export const OWN_FOLDERS = ['src', 'cloudfunctions', 'config', 'tools', 'local', 'test', 'bench']

export interface Import {
  readonly from: string
  /** A path from the root without ending, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:require|import)\(\s*['"]([^'"]+)['"]/g

export function importsOf(file: SourceFile): Import[] {
  return [...file.text.matchAll(IMPORT)].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const to = name.startsWith('.') ? normalize(join(dirname(file.path), name)).replace(/\\/g, '/') : name
    return { from: file.path, to, typeOnly: match[1] !== undefined }
  })
}
