/** The bundled cloud functions that a local cloud runs; bundled when they are missing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFunctions, functionNames, FUNCTIONS_DIR } from '../../config/functions/bundle'

export async function functionsFolder(): Promise<string> {
  const wanted = [...functionNames().map((name) => join(name, 'index.js')), 'indexes.json']
  if (!wanted.every((file) => existsSync(join(FUNCTIONS_DIR, file)))) await bundleFunctions()
  return FUNCTIONS_DIR
}
