/**
 * Subscribe messages and the grants that people give for them. Invariant: one grant, one message; grants of the same
 * template add up; a message that was refused costs none.
 */
import { randomInt } from 'node:crypto'
import type { MovableClock } from '../clock'
import type { Sqlite, Statement } from '../store/sqlite'
import type { Strictness } from '../strictness'
import { refusedValue } from './message-values'
import { type OpenApiAnswer, type OpenApiInput, refusal } from './answer'

export interface SentMessage {
  id: number
  /** 19 digits, as text: more than a number holds. */
  msgid: string
  openid: string
  templateId: string
  page?: string
  data: Record<string, { value: string | number }>
  /** By the cloud's clock. */
  sentAt: number
}

export interface MessageGrant {
  openid: string
  templateId: string
  /** How many messages may still be sent. */
  remaining: number
}

export interface MessageControls {
  list(after?: number): SentMessage[]
  grants(): MessageGrant[]
  /** What a person's consent adds; a negative count takes away. */
  grant(openid: string, templateId: string, count?: number): void
}

export class SubscribeMessages implements MessageControls {
  private readonly insert: Statement
  private readonly sent: Statement
  private readonly addGrant: Statement
  private readonly allGrants: Statement
  private readonly oneGrant: Statement

  constructor(private readonly parts: { sqlite: Sqlite; clock: MovableClock; strict: Strictness }) {
    const { sqlite } = parts
    this.reopen()
    this.insert = sqlite.prepare('INSERT INTO messages (openid, body) VALUES (?, ?)')
    this.sent = sqlite.prepare('SELECT id, body FROM messages WHERE id > ? ORDER BY id')
    this.addGrant = sqlite.prepare(
      'INSERT INTO grants VALUES (?, ?, ?) ON CONFLICT (openid, template) DO UPDATE SET remaining = max(0, remaining + excluded.remaining)',
    )
    this.allGrants = sqlite.prepare(
      'SELECT openid, template, remaining FROM grants ORDER BY openid, template',
    )
    this.oneGrant = sqlite.prepare('SELECT remaining FROM grants WHERE openid = ? AND template = ?')
  }

  /** A restored snapshot may be older than these tables. */
  reopen(): void {
    const { sqlite } = this.parts
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, openid TEXT NOT NULL, body TEXT NOT NULL)',
    )
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS grants (openid TEXT, template TEXT, remaining INTEGER NOT NULL, PRIMARY KEY (openid, template)) WITHOUT ROWID',
    )
  }

  list(after = 0): SentMessage[] {
    return this.sent
      .all(after)
      .map(([id, body]) => ({ id: Number(id), ...(JSON.parse(String(body)) as Omit<SentMessage, 'id'>) }))
  }

  grants(): MessageGrant[] {
    return this.allGrants.all().map(([openid, templateId, remaining]) => ({
      openid: String(openid),
      templateId: String(templateId),
      remaining: Number(remaining),
    }))
  }

  grant(openid: string, templateId: string, count = 1): void {
    if (!Number.isInteger(count)) throw new RangeError(`not a number of messages: ${count}`)
    if (count < 0 && !this.remaining(openid, templateId)) return
    this.addGrant.run(openid, templateId, count)
  }

  send(input: OpenApiInput): OpenApiAnswer {
    const { touser: openid, template_id: templateId, page, data } = input
    const { strict, clock, sqlite } = this.parts
    if (typeof openid !== 'string' || !openid) return refusal(40003, 'invalid openid')
    if (typeof templateId !== 'string' || !templateId) return refusal(40037, 'invalid template_id')
    if (typeof data !== 'object' || data === null) return refusal(47003, 'argument invalid! data is empty')
    const wrong = strict.messageValues && refusedValue(data as Record<string, unknown>)
    if (wrong) return refusal(47003, `argument invalid! data.${wrong}.value invalid`)
    if (strict.messageGrants && !this.remaining(openid, templateId))
      return refusal(43101, 'user refuse to accept the msg')
    const msgid = newMsgId()
    const message = {
      msgid,
      openid,
      templateId,
      ...(typeof page === 'string' ? { page } : {}),
      data: data as SentMessage['data'],
      sentAt: clock.now(),
    }
    sqlite.atomically(() => {
      if (this.remaining(openid, templateId)) this.addGrant.run(openid, templateId, -1)
      this.insert.run(openid, JSON.stringify(message))
    })
    return { jsonText: `{"errcode":0,"errmsg":"ok","msgid":${msgid}}` }
  }

  reset(): void {
    this.parts.sqlite.exec('DELETE FROM messages; DELETE FROM grants')
  }

  private remaining(openid: string, templateId: string): number {
    return Number(this.oneGrant.get(openid, templateId)?.[0] ?? 0)
  }
}

const newMsgId = (): string => `${randomInt(1, 10)}${String(randomInt(2 ** 47)).padStart(18, '0')}`
