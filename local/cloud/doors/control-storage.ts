/** The storage at the door of the tools. */
import type { Routes } from './control-route'
import { answer, bodyOf, plainError } from './door'
import { fileAnswer } from './storage'

export const STORAGE_ROUTES: Routes = {
  'GET storage': (_request, { storage }) => answer({ files: storage.list() }),
  'GET storage/file': ({ query }, { storage }) => {
    const path = query.get('path') ?? ''
    const content = storage.read(path)
    return content ? fileAnswer(path, content) : plainError(404, `there is no file ${path}`)
  },
  'POST storage/delete': (request, { storage }) => {
    const { path } = bodyOf(request)
    return answer({ deleted: storage.remove(String(path)) })
  },
}
