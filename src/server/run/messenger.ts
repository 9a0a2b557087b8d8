/**
 * Subscribe messages through WeChat. Which templates an installation has is in `SHUKE_TEMPLATES`, JSON by the name of the
 * template: `{"points": {"id": "…", "fields": {"thing1": "title", "number2": "points", "date3": "day"}}}`.
 * Nothing here throws for an answer of WeChat's.
 */
import cloud from 'wx-server-sdk'
import { TEMPLATES, type TemplateName } from '../../domain/messages/kinds'

/** What a field of a template can hold. */
export type MessageWords = Readonly<Record<'title' | 'name' | 'day' | 'points' | 'amount', string>>

interface Template {
  readonly id: string
  readonly fields: Readonly<Record<string, keyof MessageWords>>
}

type Templates = Readonly<Partial<Record<TemplateName, Template>>>

const NAMES: readonly string[] = TEMPLATES

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Template>).id === 'string' &&
  typeof (value as Partial<Template>).fields === 'object'

/** What cannot be read is no template: messages are kept, and nothing else depends on it. */
function templates(): Templates {
  try {
    const said = JSON.parse(process.env.SHUKE_TEMPLATES ?? '{}') as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(said).filter(([name, value]) => NAMES.includes(name) && isTemplate(value)),
    )
  } catch {
    return {}
  }
}

/** Names and ids, as the phone asks for permissions. */
export const templateIds = (): { readonly name: TemplateName; readonly id: string }[] => {
  const known = templates()
  return TEMPLATES.flatMap((name) => {
    const id = known[name]?.id
    return id === undefined ? [] : [{ name, id }]
  })
}

export type Sending = 'sent' | 'no-template' | 'no-permission' | 'refused' | 'unreachable'

const LONGEST_THING = 20
const NO_PERMISSION = 43101

interface SubscribeMessage {
  send(message: object): Promise<{ readonly errCode?: number }>
}

const subscribeMessage = (): SubscribeMessage =>
  (cloud as unknown as { readonly openapi: { readonly subscribeMessage: SubscribeMessage } }).openapi
    .subscribeMessage

export async function sendMessage(
  openid: string,
  name: TemplateName,
  words: MessageWords,
  page: string,
): Promise<Sending> {
  const template = templates()[name]
  if (!template) return 'no-template'
  const data = Object.fromEntries(
    Object.entries(template.fields).map(([field, role]) => [field, { value: fitting(field, words[role]) }]),
  )
  try {
    await subscribeMessage().send({ touser: openid, templateId: template.id, page, data })
    return 'sent'
  } catch (error) {
    const { errCode } = error as { errCode?: unknown }
    if (errCode === NO_PERMISSION) return 'no-permission'
    // A positive code is WeChat's own answer; anything else says nothing of the message.
    return typeof errCode === 'number' && errCode > 0 ? 'refused' : 'unreachable'
  }
}

/** Text is cut to what a `thing` may hold; numbers and days are short enough for their fields. */
const fitting = (field: string, text: string): string =>
  field.startsWith('thing') && [...text].length > LONGEST_THING
    ? `${[...text].slice(0, LONGEST_THING - 1).join('')}…`
    : text
