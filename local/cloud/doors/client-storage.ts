/**
 * The storage at the door of the mini program: what `wx.cloud.uploadFile`, `getTempFileURL`, `downloadFile` and
 * `deleteFile` call. Invariant: everybody may read, only who uploaded a file may replace or delete it.
 */
import { CloudError } from '../errors'
import { type Storage } from '../storage/storage'
import { bodyOf, type DoorAnswer, type DoorRequest, json, plainError } from './door'
import { fileAnswer } from './storage'

const CODES: Readonly<Record<string, number>> = {
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  INVALID_PARAM: -501007,
}
const TEXTS: Readonly<Record<string, string>> = {
  SUCCESS: 'ok',
  STORAGE_EXCEED_AUTHORITY: 'storage permission denied',
  STORAGE_FILE_NONEXIST: 'storage file not exists',
}

type Route = (request: DoorRequest, storage: Storage, openid: string) => DoorAnswer

const ROUTES = new Map<string, Route>([
  ['POST /client/uploadFile', uploadFile],
  ['POST /client/getTempFileURL', getTempFileUrl],
  ['GET /client/downloadFile', downloadFile],
  ['POST /client/deleteFile', deleteFile],
])

/** Undefined, when the path is not one of the storage's. */
export function clientStorage(
  request: DoorRequest,
  storage: Storage,
  openid: string,
): DoorAnswer | undefined {
  const route = ROUTES.get(`${request.method} ${request.path}`)
  if (!route) return undefined
  const name = request.path.slice('/client/'.length)
  try {
    return route(request, storage, openid)
  } catch (error) {
    if (error instanceof CloudError) return failed(name, error.code, error.message)
    throw error
  }
}

function uploadFile(request: DoorRequest, storage: Storage, openid: string): DoorAnswer {
  const { fileID } = storage.uploadAs(openid, request.query.get('cloudPath') ?? '', request.body)
  return json(JSON.stringify({ fileID, statusCode: 204, errMsg: 'cloud.uploadFile:ok' }))
}

function getTempFileUrl(request: DoorRequest, storage: Storage): DoorAnswer {
  const { fileList } = bodyOf(request)
  if (!Array.isArray(fileList)) return plainError(400, 'the body needs a fileList')
  const wanted = fileList.map((file: unknown) => {
    const { fileID, maxAge } = (typeof file === 'object' && file ? file : { fileID: file }) as {
      fileID?: unknown
      maxAge?: unknown
    }
    return { fileID: String(fileID), ...(typeof maxAge === 'number' ? { maxAge } : {}) }
  })
  const list = storage.temporaryUrls(wanted).map(({ code, tempFileURL, ...file }) => ({
    ...file,
    ...status(code),
    tempFileURL: encodeURI(tempFileURL),
  }))
  return json(JSON.stringify({ fileList: list, errMsg: 'cloud.getTempFileURL:ok' }))
}

function downloadFile(request: DoorRequest, storage: Storage): DoorAnswer {
  const known = storage.find(request.query.get('fileID') ?? '')
  const content = known && storage.files.read(known.path)
  if (!content) return failed('downloadFile', 'STORAGE_FILE_NONEXIST', TEXTS['STORAGE_FILE_NONEXIST'] ?? '')
  return fileAnswer(known.path, content)
}

function deleteFile(request: DoorRequest, storage: Storage, openid: string): DoorAnswer {
  const { fileList } = bodyOf(request)
  if (!Array.isArray(fileList)) return plainError(400, 'the body needs a fileList')
  const list = storage
    .remove(fileList.map(String), openid)
    .map(({ fileID, code }) => ({ fileID, ...status(code) }))
  return json(JSON.stringify({ fileList: list, errMsg: 'cloud.deleteFile:ok' }))
}

const status = (code: string) => ({
  status: code === 'SUCCESS' ? 0 : (CODES[code] ?? -1),
  errMsg: TEXTS[code] ?? code,
})

function failed(name: string, code: string, message: string): DoorAnswer {
  const errCode = CODES[code] ?? -1
  return json(JSON.stringify({ errCode, errMsg: `cloud.${name}:fail ${errCode} ${message}` }))
}
