/** multipart/form-data of the open API calls: field names and their bytes, nothing else. */
import { invalidParameter } from '../errors'

/** RFC 2046: at most 70 characters. */
const BOUNDARY = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/
const MAX_PARTS = 64
const MAX_HEAD_BYTES = 4096

export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const found = BOUNDARY.exec(contentType)
  const boundary = found?.[1] ?? found?.[2]
  if (!boundary) throw invalidParameter('the form has no boundary')
  const fields = new Map<string, Buffer>()
  const separator = Buffer.from(`--${boundary}`)
  let start = body.indexOf(separator)
  if (start < 0) throw invalidParameter('the form has no parts')
  for (let parts = 0; !isEnd(body, start + separator.length); parts++) {
    const end = body.indexOf(separator, start + separator.length)
    if (end < 0) throw invalidParameter('the form ends in the middle of a part')
    if (parts === MAX_PARTS) throw invalidParameter(`the form has more than ${MAX_PARTS} parts`)
    // Between the separators: CRLF, headers, an empty line, the content, CRLF.
    const part = body.subarray(start + separator.length + 2, end - 2)
    const split = part.subarray(0, MAX_HEAD_BYTES).indexOf('\r\n\r\n')
    const name = /\bname="([^"]{1,200})"/.exec(part.subarray(0, Math.max(split, 0)).toString())?.[1]
    if (!name) throw invalidParameter('a part of the form has no name')
    fields.set(name, part.subarray(split + 4))
    start = end
  }
  return fields
}

const isEnd = (body: Buffer, at: number): boolean => body[at] === 0x2d && body[at + 1] === 0x2d
