/** Links into the mini program from outside. They lead nowhere here; what each stands for can be read. */
import { randomBytes } from 'node:crypto'
import type { MovableClock } from '../clock'
import type { Strictness } from '../strictness'
import { type OpenApiAnswer, type OpenApiInput, refusal, success } from './answer'

export interface MadeLink {
  url: string
  path: string
  query: string
  madeAt: number
}

const KEPT = 1000

export class Links {
  private readonly made: MadeLink[] = []

  constructor(
    private readonly parts: {
      clock: MovableClock
      strict: Strictness
      pages?: readonly string[] | undefined
    },
  ) {}

  list(): MadeLink[] {
    return [...this.made]
  }

  reset(): void {
    this.made.length = 0
  }

  urlLink(input: OpenApiInput): OpenApiAnswer {
    const url = `https://wxaurl.cn/${randomBytes(8).toString('hex').slice(0, 11)}`
    return this.make(url, input) ?? success({ url_link: url })
  }

  urlScheme(input: OpenApiInput): OpenApiAnswer {
    const url = `weixin://dl/business/?t=${randomBytes(8).toString('hex').slice(0, 11)}`
    const { path = '', query = '' } = (input['jump_wxa'] ?? {}) as OpenApiInput
    return this.make(url, { path, query }) ?? success({ openlink: url })
  }

  /** Undefined, when the link was made. */
  private make(url: string, { path = '', query = '' }: OpenApiInput): OpenApiAnswer | undefined {
    const page = String(path).replace(/^\//, '')
    const { pages, strict, clock } = this.parts
    if (strict.codePage && page && (page.includes('?') || (pages && !pages.includes(page))))
      return refusal(40165, 'invalid weapp pagepath')
    this.made.push({ url, path: page, query: String(query), madeAt: clock.now() })
    if (this.made.length > KEPT) this.made.shift()
    return undefined
  }
}
