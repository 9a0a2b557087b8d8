/** Builds the cloud functions and the mini program, each only when what goes into it has changed. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { bundleFunctions } from '../../config/functions/bundle'
import { beginBuild, type Build, endBuild, isFresh } from './changed-inputs'

const ROOT = resolve(__dirname, '../..')

const FUNCTIONS: Build = {
  name: 'functions',
  root: ROOT,
  inputs: [
    'cloudfunctions',
    'src/server',
    'src/contract',
    'src/domain',
    'config/functions',
    'package-lock.json',
  ],
  output: 'dist/cloudfunctions',
}

const MINI_PROGRAM: Build = {
  name: 'weapp',
  root: ROOT,
  inputs: ['src', 'config', 'babel.config.js', 'project.config.json', 'tsconfig.json', 'package-lock.json'],
  leftOut: /^(src\/server|config\/functions)\//,
  output: 'dist/weapp',
}

export interface Built {
  /** False when it was as it should be. */
  readonly changed: boolean
  readonly ms: number
}

export const buildFunctions = (): Promise<Built> =>
  buildIfChanged(FUNCTIONS, async () => void (await bundleFunctions()))

export const buildMiniProgram = (): Promise<Built> => buildIfChanged(MINI_PROGRAM, runTaroGuarded)

export class BuildFailure extends Error {
  constructor(
    readonly what: string,
    /** What the build said. */
    readonly output: string,
  ) {
    super(`${what} could not be built`)
  }
}

async function buildIfChanged(build: Build, work: () => Promise<void>): Promise<Built> {
  const began = performance.now()
  const took = () => performance.now() - began
  if (isFresh(build)) return { changed: false, ms: took() }
  const inputs = beginBuild(build)
  try {
    await work()
  } catch (error) {
    throw error instanceof BuildFailure
      ? error
      : new BuildFailure(build.output, error instanceof Error ? error.message : String(error))
  }
  endBuild(build, inputs)
  return { changed: true, ms: took() }
}

/** What WeChat would refuse is no build, nor what the local phone cannot run. */
async function runTaroGuarded(): Promise<void> {
  // Loads compilers that an unchanged program does not need.
  const { guardBuilt, guardSources } = await import('../build/guard')
  const refusedSources = guardSources(ROOT)
  if (refusedSources.length > 0) throw new BuildFailure(MINI_PROGRAM.output, refusedSources.join('\n'))
  await runTaro()
  const refused = guardBuilt(ROOT)
  if (refused.length > 0) throw new BuildFailure(MINI_PROGRAM.output, refused.join('\n'))
}

function runTaro(): Promise<void> {
  const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [taro, 'build', '--type', 'weapp'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const stop = () => child.kill()
  process.once('exit', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', stop)
      if (code === 0) resolve()
      else reject(new BuildFailure(MINI_PROGRAM.output, Buffer.concat(said).toString().trim()))
    })
  })
}
