/**
 * `npm run catalogue -- FILE [--data DIR] [--as OPENID]`: publishes the offers and rewards of a JSON file in the mall that runs.
 * Ends with 0 when all of it is published, with 2 when something has to be corrected first.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { toldAddress } from '../../local/cloud'
import type { Answer } from '../../src/contract/envelope'
import { showProgress } from '../import/progress'
import { ToolRefusal } from '../import/refusal'
import { readCatalogue } from './read-catalogue'
import { sendCatalogue, type AskManager } from './send-catalogue'

const USAGE = `npm run catalogue -- FILE [--data DIR] [--as OPENID]

  FILE     JSON: {"offers": [...], "rewards": [...]}, see tools/catalogue/README.md
  --data   folder of the mall that runs (.data/mall)
  --as     the manager who publishes; otherwise the first one of the mall`

const FOLDER_OF_START = join(__dirname, '../../.data/mall')

async function main(args: readonly string[]): Promise<void> {
  const { file, data, as } = wishOf(args)
  const catalogue = readCatalogue(file)
  const url = toldAddress(data)
  if (url === null)
    throw new ToolRefusal(`no mall runs on ${data}. Open one with npm start, or name its folder with --data`)
  const ask = askerAt(url, as ?? (await managerOf(url)))
  const progress = showProgress(0, catalogue.offers.length + catalogue.rewards.length)
  try {
    await sendCatalogue(catalogue, ask, (count) => {
      for (let each = 0; each < count; each += 1) progress.step()
    })
  } finally {
    progress.end()
  }
  const { offers, rewards } = catalogue
  const said = [counted(offers.length, 'offer'), counted(rewards.length, 'reward')].filter(Boolean)
  console.log(`${said.join(' and ')} published; phones show them within a minute`)
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`

function wishOf(args: readonly string[]): { file: string; data: string; as: string | undefined } {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: text, as: text },
      allowPositionals: true,
    })
    const [file, ...others] = positionals
    if (!file || others.length > 0) throw new Error('one file is needed')
    return { file, data: values.data ?? FOLDER_OF_START, as: values.as }
  } catch (error) {
    throw new ToolRefusal(`${(error as Error).message}\n\n${USAGE}`)
  }
}

async function managerOf(url: string): Promise<string> {
  const lines = (await (await reached(`${url}/control/collections/staff.jsonl`)).text()).split('\n')
  const people = lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
  const manager = people.find(({ role, active }) => role === 'manager' && active === true)
  if (!manager) throw new ToolRefusal('the mall has no manager yet: claim the installation first')
  return String(manager._id)
}

function askerAt(url: string, openid: string): AskManager {
  return async (data) => {
    const response = await reached(`${url}/client/callFunction`, {
      method: 'POST',
      headers: { 'x-local-openid': openid },
      body: JSON.stringify({ name: 'manager', data }),
    })
    const said = (await response.json()) as { result?: Answer<unknown>; errMsg?: string; error?: string }
    if (said.result) return said.result
    throw new ToolRefusal(`the mall did not answer: ${said.errMsg ?? said.error ?? response.status}`)
  }
}

async function reached(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch {
    throw new ToolRefusal(`no mall answers at ${new URL(url).origin}. Open it with npm start`)
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof ToolRefusal ? error.message : error)
  process.exitCode = error instanceof ToolRefusal ? 2 : 1
})
