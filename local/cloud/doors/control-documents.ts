/** Documents at the door of the tools, as the inspector shows and changes them. */
import { CloudError } from '../errors'
import type { Routes } from './control-route'
import { answer, bodyOf, type DoorAnswer, type DoorRequest, DoorRefusal, plainError } from './door'

const DEFAULT_LIMIT = 50

export const DOCUMENT_ROUTES: Routes = {
  'POST documents': (request, { documents }) =>
    told(() => {
      const { after } = bodyOf(request)
      return documents.page({
        collection: text(request, 'collection'),
        where: text(request, 'where'),
        order: text(request, 'order'),
        limit: Number(bodyOf(request)['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT,
        after: typeof after === 'string' ? after : undefined,
      })
    }),
  'POST documents/change': (request, { documents }) =>
    told(async () => {
      const { was, doc } = bodyOf(request)
      const orNull = (value: unknown) => (typeof value === 'string' ? value : null)
      return { doc: await documents.change(text(request, 'collection'), orNull(was), orNull(doc)) }
    }),
  'GET indexes': ({ query }, { documents }) =>
    told(() => ({ indexes: documents.indexes(query.get('collection') ?? '') })),
}

function text(request: DoorRequest, name: string): string {
  const value = bodyOf(request)[name] ?? ''
  if (typeof value === 'string') return value
  throw new DoorRefusal(400, `${name} has to be a text`)
}

async function told(work: () => object | Promise<object>): Promise<DoorAnswer> {
  try {
    return answer(await work())
  } catch (error) {
    if (error instanceof CloudError) return plainError(error.code === 'CHANGED' ? 409 : 400, error.message)
    if (error instanceof SyntaxError) return plainError(400, 'the place to go on from cannot be read')
    throw error
  }
}
