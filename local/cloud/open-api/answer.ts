/** What an open API is given and gives back. */
export type OpenApiAnswer =
  | { json: Record<string, unknown> }
  /** Numbers that JavaScript cannot hold are written here as text. */
  | { jsonText: string }
  | { errorCode: number }
  | { contentType: string; bytes: Buffer }

/** Names in snake case; a file is `{filename, value: Buffer}`. */
export type OpenApiInput = Readonly<Record<string, unknown>>

export const refusal = (errcode: number, errmsg: string): OpenApiAnswer => ({ json: { errcode, errmsg } })
export const success = (fields: Record<string, unknown>): OpenApiAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...fields },
})
