/** The refusal in a line that a function logged, as `src/server/run/serve.ts` writes it. */
export function readRefusal(line: string): string | null {
  const json = /\{.*\}/s.exec(line)?.[0]
  if (!json?.includes('"refused"')) return null
  try {
    const { refused } = JSON.parse(json) as { refused?: unknown }
    return typeof refused === 'string' ? refused : null
  } catch {
    return null
  }
}
