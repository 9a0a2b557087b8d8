/**
 * Whether a build would come out as it is: a fingerprint of what goes in, and one of what came out.
 * Invariant: `fresh` only after a build that ended well, with the same inputs, whose output nobody has touched since.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export interface Build {
  /** Names its memory in `.cache/built`. */
  readonly name: string
  readonly root: string
  /** Files and folders, from the root. */
  readonly inputs: readonly string[]
  readonly leftOut?: RegExp
  /** The folder that the build writes. */
  readonly output: string
}

const memoryOf = ({ root, name }: Build): string => join(root, '.cache/built', `${name}.json`)

export function isFresh(build: Build): boolean {
  const memory = memoryOf(build)
  if (!existsSync(memory)) return false
  return readFileSync(memory, 'utf8') === fingerprintsOf(build, inputsOf(build))
}

/** Before a build, so that one that is interrupted is not taken for a good one. @returns the inputs as they are now. */
export function beginBuild(build: Build): string {
  rmSync(memoryOf(build), { force: true })
  return inputsOf(build)
}

export function endBuild(build: Build, inputs: string): void {
  mkdirSync(dirname(memoryOf(build)), { recursive: true })
  writeFileSync(memoryOf(build), fingerprintsOf(build, inputs))
}

function fingerprintsOf({ root, output }: Build, inputs: string): string {
  const hash = createHash('sha256')
  for (const file of filesIn(join(root, output))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  return JSON.stringify({ inputs, output: hash.digest('hex') })
}

function inputsOf({ root, inputs, leftOut }: Build): string {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`)
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    const name = relative(root, file).replace(/\\/g, '/')
    if (leftOut?.test(name)) continue
    hash.update(`${name}\n`).update(readFileSync(file)).update('\n')
  }
  return hash.digest('hex')
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(join(place, name)))
}
