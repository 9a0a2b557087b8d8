/**
 * Content checks with a verdict that anybody can foresee: what holds the word `risky` is risky, what holds `review` wants
 * a second look, everything else passes. The real verdict nobody can foresee.
 */
import { randomUUID } from 'node:crypto'
import { type OpenApiAnswer, type OpenApiInput, refusal, success } from './answer'

const OTHER = 21_000
const NORMAL = 100
const MAX_IMAGE_BYTES = 1024 * 1024

type Verdict = 'pass' | 'review' | 'risky'

const verdictOn = (content: string): Verdict =>
  content.includes('risky') ? 'risky' : content.includes('review') ? 'review' : 'pass'

/** Version 2 tells its verdict, the older one only knows risky. */
export function checkText(input: OpenApiInput): OpenApiAnswer {
  const { content, version } = input
  if (typeof content !== 'string' || !content) return refusal(40129, 'content is empty')
  const suggest = verdictOn(content)
  if (Number(version) !== 2) return suggest === 'risky' ? riskyContent() : success({})
  if (typeof input['openid'] !== 'string' || !input['openid']) return refusal(40003, 'invalid openid')
  const label = suggest === 'pass' ? NORMAL : OTHER
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
  return success({ detail, trace_id: randomUUID(), result: { suggest, label } })
}

export function checkImage({ media }: OpenApiInput): OpenApiAnswer {
  const { value, filename = '' } = (media ?? {}) as { value?: unknown; filename?: string }
  if (!Buffer.isBuffer(value) || !/\.(png|jpe?g|gif)$/i.test(filename))
    return refusal(40004, 'invalid media type')
  if (value.length > MAX_IMAGE_BYTES) return refusal(40006, 'invalid meida size')
  return verdictOn(value.toString('latin1')) === 'risky' ? riskyContent() : success({})
}

/** The platform sends the verdict later, as a message to the mini program; here nothing is sent. */
export function checkMedia(input: OpenApiInput): OpenApiAnswer {
  const { media_url: url, media_type: type } = input
  if (typeof url !== 'string' || !url) return refusal(44991, 'invalid media_url')
  if (type !== 1 && type !== 2) return refusal(40004, 'invalid media type')
  return success({ trace_id: randomUUID() })
}

const riskyContent = () => refusal(87_014, 'risky content')
