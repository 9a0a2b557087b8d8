/** Opens the stage's door: on the wanted port, or on the next free one when nobody asked for it by name. */
import http from 'node:http'
import type { Stage } from '../../local/stage'
import { StartRefusal } from './words'

const FIRST_PORT = 5180
const PORTS_TRIED = 20

export interface OpenDoor {
  readonly url: string
  close(): void
}

/** @param wanted from the environment; 0 takes any free port. */
export async function listen(stage: Stage, wanted = process.env.PORT): Promise<OpenDoor> {
  const server = http.createServer((request, response) => void stage.handle(request, response))
  const ports = wanted
    ? [portOf(wanted)]
    : Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index)
  for (const port of ports) {
    const taken = await tryPort(server, port)
    if (taken === null) continue
    const close = () => {
      server.closeAllConnections()
      server.close()
    }
    return { url: `http://localhost:${taken}`, close }
  }
  const range = ports.length === 1 ? String(ports[0]) : `${ports[0]}–${ports.at(-1)}`
  throw new StartRefusal(
    { zh: `端口 ${range} 被占用`, en: `Port ${range} is taken` },
    { zh: '换一个：PORT=6200 npm start', en: 'Choose another one: PORT=6200 npm start' },
  )
}

function portOf(wanted: string): number {
  const port = Number(wanted)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartRefusal(
    { zh: `PORT=${wanted} 不是端口`, en: `PORT=${wanted} is no port` },
    {
      zh: '用 1024 到 65535 之间的数，例如 PORT=6200',
      en: 'Use a number from 1024 to 65535, such as PORT=6200',
    },
  )
}

/** @returns the port; null when somebody has it. */
function tryPort(server: http.Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EACCES')
        reject(
          new StartRefusal(
            { zh: `端口 ${port} 不让用`, en: `Port ${port} is not allowed` },
            {
              zh: '换一个大于 1024 的：PORT=6200 npm start',
              en: 'Choose one above 1024: PORT=6200 npm start',
            },
          ),
        )
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
