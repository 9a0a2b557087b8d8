/** A debugger at one function: it attaches, holds an invocation longer than its time limit, looks at it and lets it go. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import WebSocket from 'ws'
import { inspectedIn } from '../../../local/cloud'
import { type GivenCloud, givenCloud, writeFunction } from './given-cloud'

jest.setTimeout(60_000)

interface Paused {
  callFrames: { callFrameId: string; functionName: string }[]
}
interface Evaluated {
  result: { value?: unknown }
}

/** As much of the protocol of Node's inspector as a debugger needs. */
class Debugger {
  private readonly waiting = new Map<number, (result: unknown) => void>()
  private lastId = 0

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const { id, result } = JSON.parse(data.toString()) as { id?: number; result: unknown }
      if (id !== undefined) this.waiting.get(id)?.(result)
    })
  }

  static async attach(port: number): Promise<Debugger> {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      webSocketDebuggerUrl: string
    }[]
    const socket = new WebSocket(targets[0]!.webSocketDebuggerUrl)
    await once(socket, 'open')
    return new Debugger(socket)
  }

  send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.lastId
    const answer = new Promise<unknown>((resolve) => this.waiting.set(id, resolve))
    this.socket.send(JSON.stringify({ id, method, params }))
    return answer as Promise<T>
  }

  paused(): Promise<Paused> {
    return new Promise((resolve) =>
      this.socket.on('message', (data: Buffer) => {
        const { method, params } = JSON.parse(data.toString()) as { method?: string; params: Paused }
        if (method === 'Debugger.paused') resolve(params)
      }),
    )
  }

  leave(): void {
    this.socket.terminate()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const STOPPING = {
  before: 'let calls = 0',
  main: 'const secret = event.secret; calls++; if (event.stops) debugger; return { secret, calls, now: Date.now() }',
  config: { timeout: 1 },
}

let given: GivenCloud
let port: number
let lines: string[]
beforeEach(async () => {
  port = await freePort()
  lines = []
  given = await givenCloud(
    { stopping: STOPPING, other: { main: 'for (;;);', config: { timeout: 0.3 } } },
    {},
    { inspect: { function: 'stopping', port }, log: (line) => lines.push(line), clock: { now: 1_000_000 } },
  )
})
afterEach(() => given.end())

const listening = async () => {
  for (let tries = 0; !lines.some((line) => line.includes('Debugger listening')); tries++) {
    if (tries > 200) throw new Error(`nothing listens: ${lines.join('\n')}`)
    await pause(50)
  }
}
const invoke = (data: Record<string, unknown> = {}) =>
  given.cloud.invoke('stopping', data, { openid: 'oOne' })

test('a debugger attaches before the first call, and holds it for longer than the time limit', async () => {
  await listening()
  const tool = await Debugger.attach(port)
  expect(await tool.send<Evaluated>('Runtime.evaluate', { expression: '6 * 7' })).toMatchObject({
    result: { value: 42 },
  })
  await tool.send('Debugger.enable')
  const stopped = tool.paused()
  const answer = invoke({ secret: 'rose', stops: true })
  const { callFrames } = await stopped
  const looked = await tool.send<Evaluated>('Debugger.evaluateOnCallFrame', {
    callFrameId: callFrames[0]!.callFrameId,
    expression: 'secret',
  })
  expect(looked.result.value).toBe('rose')
  await pause(1500)
  await tool.send('Debugger.resume')
  expect(await answer).toMatchObject({ ok: true, result: { secret: 'rose', calls: 1 } })
  expect((await invoke()).ok && (await invoke())).toMatchObject({ result: { calls: 3 } })
  tool.leave()
})

test('closing the cloud ends an instance that a debugger holds', async () => {
  await listening()
  const tool = await Debugger.attach(port)
  await tool.send('Debugger.enable')
  const stopped = tool.paused()
  const answer = invoke({ stops: true })
  await stopped
  await given.end()
  expect(await answer).toMatchObject({ ok: false, kind: 'crash' })
  await expect(fetch(`http://127.0.0.1:${port}/json`)).rejects.toThrow()
})

test('all else stays as it is: the cloud’s clock, and the time limit of other functions', async () => {
  const { result } = (await invoke()) as { result: { now: number } }
  expect(Math.abs(result.now - given.cloud.clock.now())).toBeLessThan(5000)
  expect(await given.cloud.invoke('other', {})).toMatchObject({ kind: 'timeout' })
})

test('built anew, it begins again on the same port', async () => {
  expect(await invoke()).toMatchObject({ result: { calls: 1 } })
  await pause(20)
  writeFunction(given.functionsDir, 'stopping', { main: `return 'new'` })
  expect(await invoke()).toMatchObject({ ok: true, result: 'new' })
  const tool = await Debugger.attach(port)
  const { result } = await tool.send<Evaluated>('Runtime.evaluate', { expression: 'process.pid' })
  expect(result.value).not.toBe(process.pid)
  tool.leave()
})

test.each([
  ['member', { function: 'member', port: 9229 }],
  ['till=9300', { function: 'till', port: 9300 }],
  ['till=0', null],
  ['till=99999', null],
  ['../till', null],
  ['', null],
])('%j names %j', (text, named) => expect(inspectedIn(text)).toEqual(named))
