/** A stage for tests: the phones' fixture app instead of the mall's, on a local cloud with one small function. */
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type LocalCloud, startCloud } from '../../../local/cloud'
import { createStage, type Stage, type StageContent, type Told } from '../../../local/stage'

const both = (text: string) => ({ zh: text, en: text })

export const CONTENT: StageContent = {
  mark: '样',
  name: both('样机'),
  place: both('</script>'),
  walk: [both('走一步')],
  sides: [
    {
      id: 'shows',
      title: both('出示的手机'),
      entry: '/pages/home/index',
      people: [
        { openid: 'anna', name: both('安娜'), note: both('第一位') },
        { openid: 'bert', name: both('博特'), note: both('第二位') },
      ],
    },
    {
      id: 'scans',
      title: both('扫码的手机'),
      entry: '/pages/home/index',
      people: [{ openid: 'cora', name: both('可儿'), note: both('扫码的人') }],
      camera: { seesNothing: both('那边没有码') },
    },
    {
      id: 'waits',
      title: both('等着的手机'),
      entry: '/pages/home/index',
      people: [{ openid: 'dora', name: both('朵拉'), note: both('后来的人') }],
      camera: { seesNothing: both('哪边都没有码') },
      waits: true,
    },
  ],
  messageTitles: { welcome: both('欢迎') },
  resetAdvice: both('从头开始'),
}

export interface GivenStage {
  stage: Stage
  cloud: LocalCloud
  origin: string
  folder: string
  close(): Promise<void>
}

const FUNCTION = `exports.main = async ({ action }) => {
  if (action === 'refuse') console.info(JSON.stringify({ refused: 'card.unknown' }))
  if (action === 'again') console.info(JSON.stringify({ replayed: true }))
  return { pong: action }
}`

/** Sends a message to whoever is named. */
const LETTERS = `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const data = { thing1: { value: '第一件' }, thing2: { value: '第二件' } }
exports.main = ({ touser }) =>
  cloud.openapi.subscribeMessage.send({ touser, templateId: 'welcome', page: 'pages/code/index', data })`

export async function givenStage(): Promise<GivenStage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stage-'))
  fs.mkdirSync(path.join(folder, 'functions/ping'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'functions/ping/index.js'), FUNCTION)
  fs.mkdirSync(path.join(folder, 'functions/letters'))
  fs.writeFileSync(path.join(folder, 'functions/letters/index.js'), LETTERS)
  const permissions = { openapi: ['subscribeMessage.send'] }
  fs.writeFileSync(path.join(folder, 'functions/letters/config.json'), JSON.stringify({ permissions }))
  const cloud = await startCloud({ dataDir: ':memory:', functionsDir: path.join(folder, 'functions') })
  const readLog = (line: string) => (line.startsWith('{') ? (JSON.parse(line) as Told) : null)
  const stage = createStage({ content: CONTENT, readLog })
  const server = http.createServer((request, response) => void stage.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    stage,
    cloud,
    folder,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await cloud.close()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
