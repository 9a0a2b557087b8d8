/** Invitations as pictures: the own page, where a friend lands, all friends. */
import { opened, openidOf, sheet, unanswered, type Scene, type Setting, type Studio } from './studio'
import { appears, touch } from './touch'

const INVITE = '/pages/member/invite/card/index'
const LANDING = '/pages/member/invite/landing/index'
const FRIENDS = '/pages/member/invite/friends/index'
const REFERRER = 'shen-qinghe'
const NEWCOMER = 'somebody-new'

let operations = 0

async function asked<Data>(studio: Studio, openid: string, action: string, input: object): Promise<Data> {
  operations += 1
  const operationId = `invite-screens-${String(operations).padStart(4, '0')}`
  const answer = await studio.cloud.invoke('member', { action, operationId, input }, { openid })
  return (answer as unknown as { result: { data: Data } }).result.data
}

const codeOf = async (studio: Studio): Promise<string> =>
  (await asked<{ code: string }>(studio, openidOf(REFERRER), 'start-inviting', { device: 'r'.repeat(22) }))
    .code

/** The sheet that says what counts. */
const rules = (name: string, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(REFERRER), INVITE, setting)
    await touch(phone, '.invite__aside--way')
    await appears(phone, '.rules__part')
    return phone
  },
})

const landed = (name: string, openid: string, part: string, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    const code = await codeOf(studio)
    const phone = await studio.phone(openid, `${LANDING}?code=${code}`, setting)
    await appears(phone, part)
    return phone
  },
})

const alone = (name: string, how: 'waits' | 'fails', part: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf(REFERRER))
    await appears(phone, '.home')
    await unanswered(phone, how)
    await phone.page.evaluate(`window.phone.open('${INVITE}')`)
    await appears(phone, part)
    return phone
  },
})

const PICTURE = { picture: '05-member-invite' }

export const INVITE_SCENES: readonly Scene[] = [
  opened('invite-nobody', 'fang-zhixing', '.invite__picture', { entry: INVITE }),
  sheet(opened('invite', REFERRER, '.invite__picture', { entry: INVITE, ...PICTURE })),
  opened('english-invite', REFERRER, '.invite__picture', { entry: INVITE, setting: { language: 'en' } }),
  sheet(rules('invite-rules')),
  rules('english-invite-rules', { language: 'en' }),
  alone('invite-skeleton', 'waits', '.skeleton'),
  alone('invite-offline', 'fails', '.standstill'),
  opened('invite-friends', REFERRER, '.friend', { entry: FRIENDS }),
  sheet(landed('invitation', NEWCOMER, '.landing__get')),
  landed('english-invitation', NEWCOMER, '.landing__get', { language: 'en' }),
  landed('invitation-own', openidOf(REFERRER), '.standstill'),
  landed('invitation-member', openidOf('wen-di'), '.standstill'),
  opened('invitation-unknown', NEWCOMER, '.standstill', { entry: LANDING }),
]
