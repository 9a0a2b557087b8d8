/**
 * What `wx.requestSubscribeMessage` of a mini program calls when the person has answered, and the messages that the
 * person got.
 */
import type { SubscribeMessages } from '../open-api/subscribe-messages'
import { answer, bodyOf, type DoorAnswer, type DoorRequest, plainError } from './door'

const MAX_TEMPLATES = 3

export function requestSubscribeMessage(
  request: DoorRequest,
  messages: SubscribeMessages,
  openid: string,
): DoorAnswer {
  const { tmplIds, answers = {} } = bodyOf(request) as {
    tmplIds?: unknown
    answers?: Record<string, unknown>
  }
  if (!Array.isArray(tmplIds) || tmplIds.length === 0)
    return plainError(400, 'the body needs tmplIds, a list of template ids')
  if (tmplIds.length > MAX_TEMPLATES)
    return answer({
      errCode: 20003,
      errMsg: `requestSubscribeMessage:fail Templates count out of max bounds, ${MAX_TEMPLATES} at most`,
    })
  const given: Record<string, string> = {}
  for (const id of tmplIds.map(String)) {
    const said = answers[id]
    given[id] = said === 'reject' || said === 'ban' ? said : 'accept'
    if (given[id] === 'accept') messages.grant(openid, id)
  }
  return answer({ errMsg: 'requestSubscribeMessage:ok', ...given })
}

export const messagesOf = (messages: SubscribeMessages, openid: string): DoorAnswer =>
  answer({ messages: messages.list().filter((message) => message.openid === openid) })
