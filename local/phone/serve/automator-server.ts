/** Owns the WebSocket to which `miniprogram-automator` connects; each message is answered by the phone's agent. */
import { WebSocketServer, type WebSocket } from 'ws'

type Params = Record<string, unknown>
export type Handle = (method: string, params: Params) => Promise<unknown>

export interface AutomatorServer {
  wsEndpoint: string
  /** Tells every connected test. */
  report(method: string, params: object): void
  close(): Promise<void>
}

export async function serveAutomator(handle: Handle, port = 0): Promise<AutomatorServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  server.on('connection', (socket) => {
    socket.on('message', (raw: Buffer) => void answer(socket, raw, handle))
  })
  const address = server.address() as { port: number }
  return {
    wsEndpoint: `ws://127.0.0.1:${address.port}`,
    report: (method, params) => {
      for (const client of server.clients) client.send(JSON.stringify({ method, params }))
    },
    close: () => {
      for (const client of server.clients) client.terminate()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(socket: WebSocket, raw: Buffer, handle: Handle): Promise<void> {
  const { id, method, params } = JSON.parse(raw.toString()) as { id: string; method: string; params?: Params }
  try {
    socket.send(JSON.stringify({ id, result: (await handle(method, params ?? {})) ?? {} }))
  } catch (error) {
    socket.send(JSON.stringify({ id, error: { message: (error as Error).message } }))
  }
}
