/**
 * Owns the file storage of wx.cloud: uploadFile, downloadFile, getTempFileURL and deleteFile, at the client doors of the
 * local cloud, which knows the rights and the rules.
 */
import type { Phone } from '../phone'
import { fileBytes, keepFile } from './files'
import { type Options, refuse } from './settle'

interface CloudAnswer {
  errCode?: number
  errMsg?: string
  [field: string]: unknown
}

type Call = (options?: Options) => unknown
type Listener = (progress: object) => void

/** The methods of wx.cloud by their names. */
export function cloudFileMethods(phone: Phone): Record<string, Call> {
  const list = (name: string): Call => {
    const api = `cloud.${name}`
    return (options) => phone.wx.settle(api, options, () => askAboutFiles(phone, name, options ?? {}))
  }
  return {
    uploadFile: (options) => asTask(phone, 'cloud.uploadFile', options, upload),
    downloadFile: (options) => asTask(phone, 'cloud.downloadFile', options, download),
    getTempFileURL: list('getTempFileURL'),
    deleteFile: list('deleteFile'),
  }
}

/** With callbacks WeChat answers a task at once, without them a promise. Progress is told once, at the end. */
function asTask(
  phone: Phone,
  api: string,
  options: Options | undefined,
  work: (phone: Phone, options: Options, end: AbortSignal) => Promise<{ size: number; result: object }>,
): unknown {
  const controller = new AbortController()
  const listeners = new Set<Listener>()
  const run = async () => {
    // What is given up in the same turn is never sent.
    await Promise.resolve()
    const { size, result } = await work(phone, options ?? {}, controller.signal).catch((error: Error) => {
      if (controller.signal.aborted) refuse(`${api}:fail abort`)
      throw error
    })
    const bytes = api.endsWith('uploadFile')
      ? { totalBytesSent: size, totalBytesExpectedToSend: size }
      : { totalBytesWritten: size, totalBytesExpectedToWrite: size }
    for (const listener of listeners) listener({ progress: 100, ...bytes })
    return result
  }
  const task = {
    abort: () => controller.abort(),
    onProgressUpdate: (listener: Listener) => void listeners.add(listener),
    offProgressUpdate: (listener: Listener) => void listeners.delete(listener),
  }
  return phone.wx.settle(api, options, run) ?? task
}

const text = (api: string, name: string, value: unknown): string =>
  typeof value === 'string' && value
    ? value
    : refuse(`${api}:fail -501007 parameter error: ${name} must be a string`, { errCode: -501007 })

/** @throws what the cloud refused, with its code. */
function judged(api: string, answer: CloudAnswer): CloudAnswer {
  const { errCode, errMsg = '', error } = answer
  if (typeof error === 'string') refuse(`${api}:fail -501007 ${error}`, { errCode: -501007 })
  if (errCode) refuse(errMsg.startsWith(api) ? errMsg : `${api}:fail ${errCode} ${errMsg}`, { errCode })
  return answer
}

async function upload(phone: Phone, { cloudPath, filePath }: Options, signal: AbortSignal) {
  const api = 'cloud.uploadFile'
  const path = text(api, 'cloudPath', cloudPath)
  const file = text(api, 'filePath', filePath)
  const body = fileBytes(phone, file) ?? refuse(`${api}:fail file not found: ${file}`, { errCode: -1 })
  const door = `client/uploadFile?cloudPath=${encodeURIComponent(path)}`
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await phone.network.open(door, { method: 'POST', body, headers, signal })
  const { fileID, statusCode } = judged(api, (await answer.json()) as CloudAnswer)
  return { size: body.length, result: { fileID, statusCode } }
}

async function download(phone: Phone, { fileID }: Options, signal: AbortSignal) {
  const api = 'cloud.downloadFile'
  const id = text(api, 'fileID', fileID)
  const door = `client/downloadFile?fileID=${encodeURIComponent(id)}`
  const answer = await phone.network.open(door, { signal })
  // A refusal is JSON, as a stored file may be; only a file comes with a policy that it is not to be run.
  if (!answer.headers.has('content-security-policy')) judged(api, (await answer.json()) as CloudAnswer)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  const tempFilePath = keepFile(bytes, type, /\.(\w+)$/.exec(id)?.[1] ?? 'tmp')
  return { size: bytes.length, result: { tempFilePath, statusCode: 200 } }
}

async function askAboutFiles(phone: Phone, name: string, { fileList }: Options): Promise<object> {
  const api = `cloud.${name}`
  if (!Array.isArray(fileList))
    refuse(`${api}:fail -501007 parameter error: fileList must be an array`, { errCode: -501007 })
  const answer = await phone.network.cloud<CloudAnswer>(`client/${name}`, { fileList })
  return { fileList: judged(api, answer).fileList }
}
