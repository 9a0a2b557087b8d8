/**
 * Owns wx.requestSubscribeMessage: who is asked about what, the answers that its user wants kept (with the phone, apart
 * from the app's storage), and telling the cloud, which counts the consents.
 */
import type { TemplateAnswer } from '../answers'
import type { Phone } from '../phone'
import { askToSubscribe } from '../screen/subscribe-sheet'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const API = 'requestSubscribeMessage'
const MOST_TEMPLATES = 3
type Given = Record<string, TemplateAnswer>

const fail = (why: string, errCode: number): never => refuse(`${API}:fail ${why}`, { errCode })
const drawer = (phone: Phone) => `phone-subscriptions/${phone.settings.id}`
const kept = (phone: Phone) => JSON.parse(localStorage.getItem(drawer(phone)) ?? '{}') as Given

export function subscribeApis(phone: Phone): ApiGroup {
  return {
    later: {
      requestSubscribeMessage: (options) => request(phone, options),
      getSetting: ({ withSubscriptions }) => ({
        authSetting: {},
        ...(withSubscriptions ? { subscriptionsSetting: settingOf(phone) } : {}),
      }),
    },
  }
}

function settingOf(phone: Phone): object {
  return { mainSwitch: phone.answers.subscribe !== 'off', itemSettings: kept(phone) }
}

async function request(phone: Phone, { tmplIds }: Options): Promise<object> {
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) return fail("TmplIds can't be empty", 10001)
  if (!phone.hand.isActing) refuse(`${API}:fail can only be invoked by user TAP gesture.`)
  const ids = [...new Set(tmplIds.map(String))]
  if (ids.length > MOST_TEMPLATES) fail(`Templates count out of max bounds`, 20003)
  if (phone.network.isOffline) fail('network error', 10002)
  const offered = withoutTwins(phone, ids)
  const answers = await decide(phone, offered)
  await phone.network
    .cloud(`client/${API}`, { tmplIds: offered, answers })
    .catch((error: Error) => fail(error.message, 10003))
  return Object.fromEntries(ids.map((id) => [id, answers[id] ?? 'filter']))
}

/** Of templates with one title WeChat offers the first and filters the others out. @throws for an unknown template. */
function withoutTwins(phone: Phone, ids: string[]): string[] {
  const titles = ids.map((id) => titleOf(phone, id))
  return ids.filter((_id, index) => titles.indexOf(titles[index]!) === index)
}

function titleOf({ settings }: Phone, id: string): string {
  const { subscribeTitles } = settings
  return subscribeTitles
    ? (subscribeTitles[id] ?? fail('No template data return, verify the template id exist', 20001))
    : id
}

async function decide(phone: Phone, ids: string[]): Promise<Given> {
  const decided = phone.answers.to('subscribe', API, 'phone.answerSubscribe')
  if (decided === 'off') fail('The main switch is switched off', 20004)
  if (typeof decided === 'string') return Object.fromEntries(ids.map((id) => [id, decided as TemplateAnswer]))
  if (decided) return Object.fromEntries(ids.map((id) => [id, decided[id] ?? 'reject']))
  const before = kept(phone)
  const open = ids.filter((id) => !(id in before))
  if (open.length === 0) return Object.fromEntries(ids.map((id) => [id, before[id]!]))
  const templates = open.map((id) => ({ id, title: titleOf(phone, id) }))
  const { accepted, keep } = await askToSubscribe(phone.dialogs, templates)
  const now: Given = Object.fromEntries(open.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']))
  if (keep) localStorage.setItem(drawer(phone), JSON.stringify({ ...before, ...now }))
  return Object.fromEntries(ids.map((id) => [id, now[id] ?? before[id]!]))
}
