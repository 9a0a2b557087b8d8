/**
 * The stage's server half: one handler for the page, its pulse, what its buttons ask for, and the phones.
 * Invariant: it answers from the first moment on, before there is a cloud; only this machine is answered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StageContent } from '../content'
import type { Phase, Pulse } from '../pulse'
import { CloudView, type ReadLog } from './cloud-view'
import { bundlePage, pageHtml } from './page'

export interface StageOptions {
  content: StageContent
  /** Style sheets of fonts, for computers without a Chinese one. */
  fontSheets?: readonly string[]
  readLog?: ReadLog
}

/** What the stage needs once there is a cloud. */
export interface OpenOptions {
  cloudUrl: string
  /** Answers requests below `/phone`; false when it was none of its own. */
  phones: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  /** Starts over. Progress goes from 0 to 1. */
  reset: (onProgress: (progress: number) => void) => Promise<void>
}

export interface Stage {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  show(phase: Phase): void
  open(options: OpenOptions): void
}

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const MAX_BODY_BYTES = 4096

export const createStage = (options: StageOptions): Stage => new StageServer(options)

class StageServer implements Stage {
  private phase: Phase = { kind: 'starting', steps: [] }
  private generation = 0
  private before = 0
  private opened: (OpenOptions & { cloud: CloudView }) | null = null
  private readonly bundled = bundlePage()

  constructor(private readonly options: StageOptions) {
    this.bundled.catch(() => undefined) // whoever asks for the page is told
  }

  show(phase: Phase): void {
    this.phase = phase
  }

  open(options: OpenOptions): void {
    const { readLog = () => null } = this.options
    this.opened = { ...options, cloud: new CloudView(options.cloudUrl, readLog) }
    void this.raiseCurtain()
  }

  /** What was asked before, to open the mall, is not what a visitor sees on the phones. */
  private async raiseCurtain(): Promise<void> {
    this.before = (await this.opened?.cloud.lastRequest()) ?? 0
    this.generation += 1
    this.phase = { kind: 'open' }
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isFromHere(request)) return answer(response, 403, 'text/plain', 'for pages of this machine only')
    try {
      await this.route(request, response)
    } catch (error) {
      if (response.headersSent) response.destroy()
      else answer(response, 500, 'text/plain', error instanceof Error ? error.message : String(error))
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { content, fontSheets = [] } = this.options
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stage')
    if (pathname === '/phone' || pathname.startsWith('/phone/')) return this.passToPhones(request, response)
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        return answer(response, 200, 'text/html', pageHtml(content, fontSheets))
      case 'GET /stage/page.js':
        return answer(response, 200, 'text/javascript', (await this.bundled).script)
      case 'GET /stage/page.css':
        return answer(response, 200, 'text/css', (await this.bundled).style)
      case 'GET /stage/inspector':
        return this.showInspector(response)
      case 'GET /stage/pulse':
        return json(response, await this.pulse(sinceOf(searchParams)))
      case 'POST /stage/clock':
        return this.moveClock(await readBody(request), response)
      case 'POST /stage/reset':
        this.reset()
        return json(response, { phase: this.phase })
      default:
        return answer(response, 404, 'text/plain', `there is nothing at ${pathname}`)
    }
  }

  private async passToPhones(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isHandled = this.opened && (await this.opened.phones(request, response))
    if (!isHandled) answer(response, 503, 'text/plain', 'the phones are not there yet')
  }

  /** The cloud has an address of its own, and a page of its own on it. */
  private showInspector(response: ServerResponse): void {
    if (!this.opened) return answer(response, 503, 'text/plain', 'the cloud is not there yet')
    response.writeHead(302, { location: `${this.opened.cloudUrl}/inspector` }).end()
  }

  private async pulse({ request, message }: Since): Promise<Pulse> {
    const { phase, generation, opened } = this
    if (!opened) return { phase, generation, now: null, requests: [], messages: [] }
    const [now, requests, messages] = await Promise.all([
      opened.cloud.now(),
      opened.cloud.requests(Math.max(request, this.before)),
      opened.cloud.messages(message),
    ])
    return { phase, generation, now, requests, messages }
  }

  private async moveClock(body: unknown, response: ServerResponse): Promise<void> {
    const move = readMove(body)
    if (!move) return json(response, { error: 'the body needs now or shiftMs, in milliseconds' }, 400)
    json(response, { now: (await this.opened?.cloud.moveClock(move)) ?? null })
  }

  private reset(): void {
    if (!this.opened || this.phase.kind === 'resetting') return
    this.phase = { kind: 'resetting', progress: 0 }
    this.opened
      .reset((progress) => (this.phase = { kind: 'resetting', progress }))
      .then(() => this.raiseCurtain())
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.phase = { kind: 'failed', reason, advice: RESET_FAILED }
      })
  }
}

/** The last request and the last message that the page has. */
interface Since {
  readonly request: number
  readonly message: number
}

const sinceOf = (query: URLSearchParams): Since => ({
  request: Number(query.get('request')) || 0,
  message: Number(query.get('message')) || 0,
})

const RESET_FAILED = {
  zh: '商场没有重新开成。请在终端按 Ctrl-C，再运行一次 npm start。',
  en: 'The mall could not be opened again. Press Ctrl-C in the terminal and run npm start once more.',
}

/** Another web page of the visitor's browser could name this address; its host or its origin gives it away. */
function isFromHere({ headers: { host, origin }, method }: IncomingMessage): boolean {
  if (!LOCAL_HOST.test(host ?? '')) return false
  return method === 'GET' || !origin || origin === `http://${host}`
}

function readMove(body: unknown): { now: number } | { shiftMs: number } | null {
  const { now, shiftMs } = (body ?? {}) as { now?: unknown; shiftMs?: unknown }
  if (typeof now === 'number' && Number.isFinite(now)) return { now }
  if (typeof shiftMs === 'number' && Number.isFinite(shiftMs)) return { shiftMs }
  return null
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    if (bytes > MAX_BODY_BYTES) return null
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as unknown
  } catch {
    return null
  }
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  answer(response, status, 'application/json', JSON.stringify(value))
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, { 'content-type': `${type};charset=utf-8`, 'cache-control': 'no-store' })
    .end(body)
}
