/** Which function somebody wants to debug, and where Node's inspector listens for it. */
export interface Inspected {
  function: string
  /** On 127.0.0.1. */
  port: number
}

const USUAL_PORT = 9229
const FORM = /^([\w-]+)(?:=(\d{1,5}))?$/

/** `FUNCTION` or `FUNCTION=PORT`; null when the text is neither. */
export function inspectedIn(text: string): Inspected | null {
  const [, name, port = String(USUAL_PORT)] = FORM.exec(text) ?? []
  const isPort = Number(port) > 0 && Number(port) <= 65_535
  return name !== undefined && isPort ? { function: name, port: Number(port) } : null
}
