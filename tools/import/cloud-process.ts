/**
 * The child process of an import: the local cloud on one data folder, with one till opened.
 * Invariant: it lives only as long as its parent: when the pipe from the parent closes, however that happens, it ends.
 * Usage: cloud-process.ts DATA FUNCTIONS INSTANCES; prints one line of JSON, `{url, till}` or `{refused}`.
 */
import { startCloud, type LocalCloud } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import { installationCode } from '../../src/server/run/secret'
import { DataFolder } from '../start/data-folder'
import { StartRefusal } from '../start/words'
import { openInstallation, type Till } from './open-installation'
import { ToolRefusal } from './refusal'

async function main(dataDir: string, functionsDir: string, instances: string): Promise<void> {
  const folder = new DataFolder(dataDir)
  folder.claim()
  const secret = folder.secret()
  process.env.SHUKE_SECRET = secret
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    maxInstances: Number(instances),
    functionEnv: { SHUKE_SECRET: secret },
    log: (line) => void (/"fault"/.test(line) && process.stderr.write(`${line}\n`)),
  })
  const till = await openTill(cloud)
  process.stdout.write(`${JSON.stringify({ url: `${cloud.url}/http/till`, till })}\n`)
  const stop = () =>
    void cloud.close().then(() => {
      folder.release()
      process.exit(0)
    })
  process.stdin.resume()
  process.stdin.once('end', stop).once('error', stop)
  process.once('SIGTERM', stop)
}

const openTill = (cloud: LocalCloud): Promise<Till> =>
  openInstallation(
    async (data, openid) => {
      const answer = await cloud.invoke('manager', data, { openid })
      if (!answer.ok) throw new Error(answer.message)
      return answer.result as Answer<unknown>
    },
    {
      code: installationCode(),
      managerOpenid: 'importer',
      managerName: '导入',
      store: { storeId: 'import', name: '导入' },
      tillId: 'import',
    },
  )

const [dataDir = '', functionsDir = '', instances = '2'] = process.argv.slice(2)
main(dataDir, functionsDir, instances).catch((error: unknown) => {
  const refused =
    error instanceof StartRefusal
      ? `${error.reason.en}. To import into a cloud that runs, use --url and --key; or end it, or give --data another folder`
      : null
  if (error instanceof ToolRefusal || refused)
    process.stdout.write(`${JSON.stringify({ refused: refused ?? (error as Error).message })}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
