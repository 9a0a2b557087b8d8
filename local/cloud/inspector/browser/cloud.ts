/** What the page asks of its cloud, over the control door. */
export interface Collection {
  name: string
  count: number
}

export interface Page {
  documents: string[]
  next: string | null
  documentsRead: number
  ms: number
}

export interface Index {
  name: string
  unique: boolean
  fields: [string, number][]
}

export interface Invocation {
  id: number
  function: string
  action?: string
  openid?: string
  source: string
  startedAt: number
  ms: number
  state: 'running' | 'ok' | 'error'
  error?: string
  calls: { action: string; collection?: string; ms: number; documentsRead: number; error?: string }[]
  callCount: number
  logs: string[]
}

export interface Timer {
  function: string
  name: string
  config: string
  problem?: string
  next?: number
  last?: { at: number; ok: boolean; error?: string }
}

export interface StoredFile {
  path: string
  size: number
  uploadedAt: number
}

export interface Message {
  id: number
  openid: string
  templateId: string
  page?: string
  data: Record<string, { value: string | number }>
  sentAt: number
}

export interface Grant {
  openid: string
  templateId: string
  remaining: number
}

export interface ClockState {
  now: number
  rate: number
  frozen: boolean
}

/** @throws with what the cloud says is wrong; a TypeError when it does not answer. */
export async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  const response = await fetch(`/control/${path}`, init)
  const answer = (await response.json()) as Answer & { error?: string }
  if (!response.ok) throw new Error(answer.error ?? String(response.status))
  return answer
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** By the wall of the mini program's people: UTC+8. */
export function wallTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
