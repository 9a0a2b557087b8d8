/** Before a run: bundles the functions once, to a folder of this run, so that two runs at a time do not disturb each other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleFunctions } from '../../config/functions/bundle'

export const FOLDER_VARIABLE = 'SHUKE_TEST_FUNCTIONS'

interface Run {
  readonly testPathPatterns: { readonly patterns: readonly string[] }
}

/** A run that names only folders whose tests call no function does without. */
const needsFunctions = ({ testPathPatterns: { patterns } }: Run): boolean =>
  patterns.length === 0 || !patterns.every((each) => /\b(client|domain|local|pages|tidy)\b/.test(each))

export default async function bundleOnce(run: Run): Promise<void> {
  if (!needsFunctions(run)) return
  const folder = mkdtempSync(join(tmpdir(), 'shuke-functions-'))
  await bundleFunctions(folder)
  process.env[FOLDER_VARIABLE] = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
