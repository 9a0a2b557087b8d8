import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { phoneHandler } from '../../../local/phone'
import { FIXTURE, startStubCloud, type StubCloud } from './fixture-phones'

describe('serving phones to a browser', () => {
  let cloud: StubCloud
  let server: http.Server
  let origin: string
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'phone-'))

  beforeAll(async () => {
    fs.cpSync(FIXTURE, dist, { recursive: true })
    cloud = await startStubCloud()
    const handle = phoneHandler({ dist, cloudUrl: cloud.url, basePath: '/p' })
    server = http.createServer((request, response) => {
      void handle(request, response).then((isHandled) => isHandled || response.writeHead(418).end())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterAll(() => {
    server.closeAllConnections()
    server.close()
    cloud.close()
    fs.rmSync(dist, { recursive: true })
  })

  const get = (address: string, init?: RequestInit) => fetch(origin + address, init)

  it('leaves requests outside its base path to others', async () => {
    expect((await get('/elsewhere')).status).toBe(418)
    expect((await get('/phones')).status).toBe(418)
  })

  it('serves the page, the runtime and the files of the package', async () => {
    expect(await (await get('/p/?openid=a')).text()).toContain('/p/runtime.js')
    expect(await (await get('/p/runtime.js')).text()).toContain('navigateTo')
    expect(await (await get('/p/package/app.json')).json()).toHaveProperty('pages')
  })

  it('gives out no file outside the package', async () => {
    expect((await get('/p/package/..%2f..%2fetc%2fpasswd')).status).toBe(404)
  })

  it('compiles again when the build has changed', async () => {
    expect(await (await get('/p/package.js')).text()).not.toContain('第二版')
    fs.appendFileSync(path.join(dist, 'app.js'), '\n// 第二版\n')
    expect(await (await get('/p/package.js')).text()).toContain('第二版')
  })

  it('passes a function call on with the person in its header, and nothing else of the cloud', async () => {
    const call = {
      method: 'POST',
      headers: { 'x-local-openid': 'anna' },
      body: JSON.stringify({ name: 'ping', data: 1 }),
    }
    expect(await (await get('/p/cloud/client/callFunction', call)).json()).toMatchObject({
      result: { pong: 1 },
    })
    expect(cloud.asked.at(-1)).toMatchObject({ path: '/client/callFunction', openid: 'anna' })
    expect((await get('/p/cloud/control/reset', { method: 'POST' })).status).toBe(404)
    expect((await get('/p/cloud/control/clock', { method: 'POST' })).status).toBe(404)
    expect((await get('/p/cloud/storage/..%2fcontrol/collections')).status).toBe(404)
    expect((await get('/p/cloud/storage/a.png?sign=1')).status).toBe(200)
    expect(cloud.asked.at(-1)).toMatchObject({ path: '/storage/a.png?sign=1' })
  })
})
