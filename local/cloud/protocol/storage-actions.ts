/** The `storage.*` actions of the SDK's protocol. */
import { CloudError } from '../errors'
import type { Storage } from '../storage/storage'

export interface StorageRequest {
  path?: unknown
  file_list?: unknown
  fileid_list?: unknown
}

type Action = (request: StorageRequest, storage: Storage, now: number) => object

export const STORAGE_ACTIONS: Readonly<Record<string, Action>> = {
  'storage.getUploadMetadata': ({ path }, storage) => ({
    data: storage.uploadMetadata(typeof path === 'string' ? path : ''),
  }),
  'storage.batchGetDownloadUrl': ({ file_list: list }, storage, now) => ({
    data: { download_list: storage.temporaryUrls(listOf(list, 'file_list').map(wanted), now) },
  }),
  'storage.batchDeleteFile': ({ fileid_list: list }, storage) => ({
    data: { delete_list: storage.remove(listOf(list, 'fileid_list').map(String)) },
  }),
}

function listOf(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list)) throw new CloudError('INVALID_PARAM', `${name} is not a list`)
  return list
}

function wanted(file: unknown): { fileID: string; maxAge?: number } {
  const { fileid, max_age: maxAge } = (file ?? {}) as { fileid?: unknown; max_age?: unknown }
  return { fileID: String(fileid), ...(typeof maxAge === 'number' ? { maxAge } : {}) }
}
