/** What was sent to people, and what they allow, at the door of the tools. */
import type { Routes } from './control-route'
import { answer, bodyOf, plainError } from './door'

export const MESSAGE_ROUTES: Routes = {
  'GET messages': ({ query }, { messages }) =>
    answer({ messages: messages.list(Number(query.get('after') ?? 0)), grants: messages.grants() }),
  'POST messages/grants': (request, { messages }) => {
    const { openid, templateId, count = 1 } = bodyOf(request)
    if (typeof openid !== 'string' || typeof templateId !== 'string' || !Number.isInteger(count))
      return plainError(400, 'the body needs openid, templateId and count, a whole number')
    messages.grant(openid, templateId, Number(count))
    return answer({ grants: messages.grants() })
  },
  'POST cloud-ids': (request, controls) => {
    const { data } = bodyOf(request)
    if (typeof data !== 'object' || data === null) return plainError(400, 'the body needs data, an object')
    return answer({ cloudID: controls.newCloudId(data as Record<string, unknown>) })
  },
  'GET links': (_request, controls) => answer({ links: controls.links() }),
}
