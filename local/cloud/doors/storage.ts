/**
 * Where the bytes of the storage go in and out: the upload that the SDK was given a token for, and the temporary
 * addresses. Errors are XML, as those of the platform's object storage are.
 */
import { randomUUID } from 'node:crypto'
import { readMultipart } from '../protocol/multipart'
import type { Storage } from '../storage/storage'
import type { DoorAnswer, DoorRequest } from './door'

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
}

export function storageDoor(request: DoorRequest, storage: Storage): DoorAnswer {
  const filePath = pathIn(request)
  if (request.method === 'PUT') {
    const token = request.header('x-cos-security-token') ?? ''
    return storage.upload(filePath, token, request.body)
      ? { status: 200, headers: {}, body: '' }
      : notAnnounced()
  }
  if (request.method === 'POST') return uploadedForm(request, filePath, storage)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return xmlError(405, 'MethodNotAllowed', request.method)
  const { query } = request
  const content = storage.open(filePath, query.get('sign') ?? '', Number(query.get('t')))
  if (content === null) return xmlError(403, 'AccessDenied', 'Request has expired')
  return content ? fileAnswer(filePath, content) : noSuchFile()
}

/** How older versions of the SDK upload: a form with the token and the file. */
function uploadedForm(request: DoorRequest, filePath: string, storage: Storage): DoorAnswer {
  let form: Map<string, Buffer>
  try {
    form = readMultipart(request.body, request.header('content-type') ?? '')
  } catch (error) {
    return xmlError(400, 'MalformedPOSTRequest', (error as Error).message)
  }
  const file = form.get('file')
  if (!file) return xmlError(400, 'MalformedPOSTRequest', 'the form has no file')
  const isTaken = storage.upload(filePath, String(form.get('x-cos-security-token')), file)
  return isTaken ? { status: 204, headers: {}, body: '' } : notAnnounced()
}

const notAnnounced = (): DoorAnswer =>
  xmlError(403, 'AccessDenied', 'no upload of this path was announced with this token')

export const noSuchFile = (): DoorAnswer => xmlError(404, 'NoSuchKey', 'The specified key does not exist.')

export const tooLarge = (bytes: number): DoorAnswer =>
  xmlError(400, 'EntityTooLarge', `Your proposed upload exceeds the maximum allowed size of ${bytes} bytes`)

/** Somebody's file is shown, never run: a page in it may not act as a page of this machine. */
export function fileAnswer(filePath: string, content: Buffer): DoorAnswer {
  const ending = filePath.split('.').pop()?.toLowerCase() ?? ''
  const headers = {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  }
  return { status: 200, headers, body: content }
}

function pathIn(request: DoorRequest): string {
  try {
    return decodeURIComponent(request.path.slice('/storage/'.length))
  } catch {
    return ''
  }
}

function xmlError(status: number, code: string, message: string): DoorAnswer {
  const id = randomUUID()
  const body = `<?xml version='1.0' encoding='utf-8' ?>
<Error><Code>${code}</Code><Message>${message}</Message><Resource></Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body }
}
