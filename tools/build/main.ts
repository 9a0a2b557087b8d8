/** `npm run build`: the cloud functions and the mini program, each only when what goes into it has changed. */
import { BuildFailure, buildFunctions, buildMiniProgram, type Built } from '../start/build-if-changed'

const say = (what: string, { changed, ms }: Built): void =>
  console.log(`${what}: ${changed ? 'built' : 'unchanged'} (${(ms / 1000).toFixed(1)} s)`)

async function main(): Promise<void> {
  say('dist/cloudfunctions', await buildFunctions())
  say('dist/weapp', await buildMiniProgram())
}

void main().catch((error: unknown) => {
  console.error(error instanceof BuildFailure ? `${error.message}:\n${error.output}` : error)
  process.exitCode = 1
})
