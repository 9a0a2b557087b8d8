/**
 * Asks on WeChat's own sheet whether the mall may send messages, and tells the server what was allowed. To be called in the
 * handler of a tap, before anything is awaited: WeChat refuses the sheet otherwise.
 * Invariant: it never throws, and what the tap was for goes on beside it.
 */
import Taro from '@tarojs/taro'
import type { TemplateView } from '../contract/notice-views'
import type { TemplateName } from '../domain/messages/kinds'
import { serverClockNow } from './phone-clock'
import { carryOut } from './use-command'
import { whatToAsk, type AskedBefore, type Moment } from './when-to-ask'

/** `off`: messages of this mini program are switched off in WeChat. */
export type Asked = 'nothing' | 'allowed' | 'refused' | 'off'

const BEFORE = 'asked-to-tell'
const SWITCHED_OFF = 20_004

let known: readonly TemplateView[] = []

/** What an answer said of the templates; the next moment of gain asks with it. */
export const learnTemplates = (templates: readonly TemplateView[]): void => void (known = templates)

const before = (): AskedBefore | null => Taro.getStorageSync<AskedBefore | ''>(BEFORE) || null

/** At a moment of gain: asks when it is time to. */
export function askAt(moment: Moment): void {
  const templates = whatToAsk(known, moment, before(), serverClockNow())
  if (templates.length > 0) void askToTell(templates)
}

/** Asks now, because the person wished it or it is time to. */
export async function askToTell(templates: readonly TemplateView[]): Promise<Asked> {
  const answer = await answerOf(templates)
  const asked: AskedBefore = {
    at: serverClockNow(),
    refused: typeof answer === 'string' || answer.length === 0,
  }
  Taro.setStorageSync(BEFORE, asked)
  if (typeof answer === 'string') return answer
  if (answer.length === 0) return 'refused'
  await carryOut('member', 'allow-messages', { accepted: [...answer] })
  return 'allowed'
}

/** The names that were allowed, or why nobody was asked. */
async function answerOf(
  templates: readonly TemplateView[],
): Promise<readonly TemplateName[] | 'refused' | 'off'> {
  try {
    // The second list is another platform's; Taro's types want it.
    const ids = { tmplIds: templates.map(({ id }) => id), entityIds: [] }
    const said = (await Taro.requestSubscribeMessage(ids)) as object as Readonly<Record<string, unknown>>
    return templates.filter(({ id }) => said[id] === 'accept').map(({ name }) => name)
  } catch (error) {
    return (error as { errCode?: unknown }).errCode === SWITCHED_OFF ? 'off' : 'refused'
  }
}
