/** multipart/form-data of the open API calls: field names and their bytes, nothing else. */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1]
  const fields = new Map<string, Buffer>()
  if (!boundary) return fields
  const separator = Buffer.from(`--${boundary}`)
  let start = body.indexOf(separator)
  while (start >= 0) {
    const end = body.indexOf(separator, start + separator.length)
    if (end < 0) break
    // Between the separators: CRLF, headers, an empty line, the content, CRLF.
    const part = body.subarray(start + separator.length + 2, end - 2)
    const split = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, Math.max(split, 0)).toString())?.[1]
    if (name) fields.set(name, part.subarray(split + 4))
    start = end
  }
  return fields
}
