/** What a line that a function logged tells of its answer, as `src/server/run/serve.ts` writes it. */
import type { Told } from '../../local/stage'

export function readLog(line: string): Told | null {
  const json = /\{.*\}/s.exec(line)?.[0]
  if (!json || !/"(refused|replayed)"/.test(json)) return null
  try {
    const { refused, replayed } = JSON.parse(json) as { refused?: unknown; replayed?: unknown }
    if (typeof refused === 'string') return { refused }
    return replayed === true ? { replayed } : null
  } catch {
    return null
  }
}
