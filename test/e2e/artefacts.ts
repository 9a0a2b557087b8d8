/** What is kept of a test that failed: a picture and the messages of every phone, and the last calls of the cloud. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { LocalCloud } from '../../local/cloud'
import { ROOT } from '../tidy/tree'
import type { Person } from './driver'

const LAST_INVOCATIONS = 30
const LONGEST_NAME = 90

const folderName = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_NAME)

/** Writes to `test-results/<file>/<test>` and says so. A phone that cannot be asked any more leaves a note. */
export async function keepArtefacts(
  test: string,
  people: readonly Person[],
  cloud: LocalCloud,
): Promise<string> {
  const file = basename(expect.getState().testPath ?? 'unknown', '.test.ts')
  const folder = join(ROOT, 'test-results', file, folderName(test))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await Promise.all(people.map((person, n) => keepPhone(folder, `phone-${n + 1}`, person)))
  const invocations = cloud.invocations().slice(-LAST_INVOCATIONS)
  writeFileSync(join(folder, 'cloud.json'), `${JSON.stringify(invocations, null, 2)}\n`)
  const where = relative(ROOT, folder)
  process.stderr.write(`kept of “${test}”: ${where}\n`)
  return where
}

async function keepPhone(folder: string, name: string, { phone, program }: Person): Promise<void> {
  try {
    writeFileSync(join(folder, `${name}.png`), await phone.screenshot())
    const said = (await phone.messages()).map(({ type, text }) => `${type}: ${text}`)
    const lines = [`page: ${(await program.currentPage()).path}`, ...said]
    const missing = await phone.missing()
    if (missing.length > 0) lines.push(`asked for and not there: ${missing.join(', ')}`)
    writeFileSync(join(folder, `${name}.log`), `${lines.join('\n')}\n`)
  } catch (error) {
    writeFileSync(join(folder, `${name}.log`), `could not be asked: ${String(error)}\n`)
  }
}
