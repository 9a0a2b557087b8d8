/**
 * Cloud storage as the SDK and the mini program use it: names, addresses for a while, who may write what.
 * Invariant: an upload reaches the path that its token was given for, once; a temporary address ends by the cloud's clock.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { CloudError } from '../errors'
import { ENV_ID } from '../functions/environment'
import type { Strictness } from '../strictness'
import type { Files, StoredFile } from './files'

export const BUCKET = '6c6f-local-env-1250000000'
const FILE_ID_PREFIX = `cloud://${ENV_ID}.${BUCKET}/`

export const MAX_FILE_BYTES = 50 * 1024 * 1024
const MAX_PATH_BYTES = 850
const MAX_BATCH = 50
const DEFAULT_AGE_SECONDS = 600
const MAX_AGE_SECONDS = 86_400
const UPLOAD_TOKENS_KEPT = 1000

export interface TemporaryUrl {
  fileID: string
  /** `SUCCESS`, or why there is no address. */
  code: string
  tempFileURL: string
  /** Seconds. */
  maxAge: number
}

export interface StorageParts {
  files: Files
  strict: Strictness
  url: () => string
  now: () => number
}

export const fileIdOf = (filePath: string): string => FILE_ID_PREFIX + filePath

export class Storage {
  private readonly secret = randomBytes(32)
  private readonly uploads = new Map<string, string>()

  constructor(private readonly parts: StorageParts) {}

  get files(): Files {
    return this.parts.files
  }

  get maxBytes(): number {
    return this.parts.strict.fileSize ? MAX_FILE_BYTES : Infinity
  }

  /** What the SDK needs to know before it sends the bytes. */
  uploadMetadata(filePath: string): Record<string, string> {
    this.checkPath(filePath)
    const token = randomBytes(16).toString('hex')
    this.uploads.set(token, filePath)
    // Nobody comes back for an upload that never came.
    if (this.uploads.size > UPLOAD_TOKENS_KEPT) this.uploads.delete([...this.uploads.keys()][0] ?? '')
    return {
      url: `${this.parts.url()}/storage/${encodeURIComponent(filePath)}`,
      token,
      authorization: `local-${token}`,
      fileId: fileIdOf(filePath),
      cosFileId: createHmac('sha256', this.secret).update(filePath).digest('hex'),
    }
  }

  /** False, when the token is not the one that was given for this path. */
  upload(filePath: string, token: string, content: Buffer): boolean {
    if (this.uploads.get(token) !== filePath) return false
    this.uploads.delete(token)
    this.files.write(filePath, content)
    return true
  }

  /** An upload of the mini program: a file that is somebody else's stays as it is. */
  uploadAs(openid: string, filePath: string, content: Buffer): StoredFile {
    this.checkPath(filePath)
    if (content.length > this.maxBytes)
      throw new CloudError('STORAGE_REQUEST_FAIL', `the file has more than ${MAX_FILE_BYTES} bytes`)
    if (!this.mayWrite(openid, filePath))
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the file belongs to somebody else')
    return this.files.write(filePath, content, openid)
  }

  temporaryUrls(wanted: { fileID: string; maxAge?: number }[], now = this.parts.now()): TemporaryUrl[] {
    this.checkBatch(wanted.length)
    return wanted.map(({ fileID, maxAge }) => {
      const filePath = this.find(fileID)?.path
      if (filePath === undefined) return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge: 0 }
      const seconds = Math.min(Math.max(Math.floor(maxAge ?? DEFAULT_AGE_SECONDS), 1), MAX_AGE_SECONDS)
      const until = Math.floor(now / 1000) + seconds
      // Not percent-encoded: the SDK does that, as with the address that the platform gives.
      const address = `${this.parts.url()}/storage/${filePath}?sign=${this.signature(filePath, until)}&t=${until}`
      return { fileID, code: 'SUCCESS', tempFileURL: address, maxAge: seconds }
    })
  }

  /** The file behind a temporary address: null when the address is wrong or over. */
  open(filePath: string, sign: string, until: number): Buffer | null | undefined {
    const isOver = this.parts.strict.temporaryUrls && until * 1000 < this.parts.now()
    return isOver || sign !== this.signature(filePath, until) ? null : this.files.read(filePath)
  }

  /** `openid` is who asks from the mini program; a function may delete everything. */
  remove(fileIds: string[], openid?: string): { fileID: string; code: string }[] {
    this.checkBatch(fileIds.length)
    return fileIds.map((fileID) => {
      const known = this.find(fileID)
      if (!known) return { fileID, code: 'STORAGE_FILE_NONEXIST' }
      if (openid !== undefined && !this.mayWrite(openid, known.path))
        return { fileID, code: 'STORAGE_EXCEED_AUTHORITY' }
      this.files.remove(known.path)
      return { fileID, code: 'SUCCESS' }
    })
  }

  find(fileID: string): StoredFile | undefined {
    const filePath = pathOf(fileID)
    return filePath === undefined ? undefined : this.files.find(filePath)
  }

  private mayWrite(openid: string, filePath: string): boolean {
    const known = this.files.find(filePath)
    return !known || !this.parts.strict.fileOwner || known.openid === openid
  }

  private checkPath(filePath: string): void {
    const problem = this.parts.strict.filePath ? problemOf(filePath) : filePath ? undefined : 'it is empty'
    if (problem) throw new CloudError('INVALID_PARAM', `cloudPath ${JSON.stringify(filePath)}: ${problem}`)
  }

  private checkBatch(count: number): void {
    if (this.parts.strict.fileBatch && count > MAX_BATCH)
      throw new CloudError('INVALID_PARAM', `fileList has ${count} files, ${MAX_BATCH} are allowed at once`)
  }

  private signature(filePath: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${until} ${filePath}`).digest('hex').slice(0, 32)
  }
}

function problemOf(filePath: string): string | undefined {
  if (!filePath) return 'it is empty'
  if (filePath.startsWith('/') || filePath.endsWith('/')) return 'it begins or ends with /'
  if (filePath.includes('//')) return 'it has two / in a row'
  if (filePath.split('/').some((part) => part === '.' || part === '..')) return 'it has a part . or ..'

  if (/[\u0000-\u001f\u007f]/.test(filePath)) return 'it has a control character'
  if (Buffer.byteLength(filePath) > MAX_PATH_BYTES) return `it has more than ${MAX_PATH_BYTES} bytes`
  return undefined
}

function pathOf(fileID: string): string | undefined {
  return fileID.startsWith(FILE_ID_PREFIX) ? fileID.slice(FILE_ID_PREFIX.length) : undefined
}
