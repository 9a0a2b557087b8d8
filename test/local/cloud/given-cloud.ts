/**
 * A local cloud with functions written for one test, and the unmodified SDK pointed at it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type CloudOptions, type IndexPlan, type LocalCloud, startCloud } from '../../../local/cloud'

export interface GivenFunction {
  /** The body of `main(event)`; `cloud`, `db` and `_` are there. */
  main: string
  before?: string
  config?: Record<string, unknown>
}

export interface GivenCloud {
  cloud: LocalCloud
  functionsDir: string
  end(): Promise<void>
}

const LOAD_SDK = `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  const db = cloud.database(), _ = db.command`

export function writeFunction(
  functionsDir: string,
  name: string,
  { main, before = '', config = {} }: GivenFunction,
): void {
  const folder = path.join(functionsDir, name)
  mkdirSync(folder, { recursive: true })
  // Loading the SDK is most of a cold start, so a function that does not need it does without.
  const usesSdk = /\b(cloud|db)\./.test(main)
  const code = `${usesSdk ? LOAD_SDK : ''}
    ${before}
    exports.main = async (event) => { ${main} }`
  writeFileSync(path.join(folder, 'index.js'), code)
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config))
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'local-cloud-'))
}

export async function givenCloud(
  functions: Record<string, GivenFunction>,
  indexes: IndexPlan = {},
  options: Partial<CloudOptions> = {},
): Promise<GivenCloud> {
  const functionsDir = temporaryFolder()
  for (const [name, given] of Object.entries(functions)) writeFunction(functionsDir, name, given)
  writeFileSync(path.join(functionsDir, 'indexes.json'), JSON.stringify(indexes))
  const cloud = await startCloud({ dataDir: ':memory:', functionsDir, ...options })
  const end = async () => {
    await cloud.close()
    rmSync(functionsDir, { recursive: true, force: true })
  }
  return { cloud, functionsDir, end }
}

/** What the platform puts into the environment of an instance, for an SDK that runs in the test itself. */
export function pointSdkAt(cloud: { url: string }, token = ''): void {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TCB_CONTEXT_KEYS: 'TCB_SESSIONTOKEN',
    TCB_SESSIONTOKEN: token,
  })
}

export interface SdkError {
  errCode?: number
  code?: string
  errMsg?: string
  message: string
}

export async function failureOf(work: Promise<unknown>): Promise<SdkError & { text: string }> {
  try {
    await work
  } catch (thrown) {
    const error = thrown as SdkError
    return { ...error, message: error.message, text: `${error.errMsg ?? ''} ${error.message}` }
  }
  throw new Error('expected a failure')
}
