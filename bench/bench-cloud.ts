/** A local cloud in memory with the functions that would be deployed, for one table of the bench. */
import { FUNCTIONS_DIR } from '../config/functions/bundle'
import { startCloud, type LocalCloud } from '../local/cloud'
import { SECRET } from '../test/server/cloud'
import { buildFunctions } from '../tools/start/build-if-changed'

export async function benchCloud(maxInstances: number): Promise<LocalCloud> {
  await buildFunctions()
  return startCloud({
    dataDir: ':memory:',
    functionsDir: FUNCTIONS_DIR,
    functionEnv: { SHUKE_SECRET: SECRET },
    maxInstances,
    clock: { now: Date.UTC(2026, 4, 17) },
  })
}
