/** Invitations as pictures: the own page, where a friend lands, all friends. */
import { openidOf, sheet, unanswered, type Scene, type Setting, type Studio } from './studio'
import { appears } from './touch'

const INVITE = '/pages/member/invite/card/index'
const LANDING = '/pages/member/invite/landing/index'
const FRIENDS = '/pages/member/invite/friends/index'
const REFERRER = 'shen-qinghe'
const NEWCOMER = 'somebody-new'
const INVITED = ['程予', '柏舟', '许未']

let operations = 0

async function asked<Data>(studio: Studio, openid: string, action: string, input: object): Promise<Data> {
  operations += 1
  const operationId = `invite-screens-${String(operations).padStart(4, '0')}`
  const answer = await studio.cloud.invoke('member', { action, operationId, input }, { openid })
  return (answer as unknown as { result: { data: Data } }).result.data
}

const codeOf = async (studio: Studio, openid = openidOf(REFERRER)): Promise<string> =>
  (await asked<{ code: string }>(studio, openid, 'start-inviting', { device: 'r'.repeat(22) })).code

/** Three friends who joined; asked again, they are there already. */
async function withFriends(studio: Studio): Promise<string> {
  const code = await codeOf(studio)
  for (const [n, name] of INVITED.entries()) {
    const openid = `invited-${n}`
    await asked(studio, openid, 'accept-invitation', { code, device: String(n).repeat(22) })
    const phoneCode = studio.cloud.newPhoneCode(`1370000000${n}`)
    await asked(studio, openid, 'join', { phoneCode, name })
  }
  return code
}

const invited = (name: string, entry: string, part: string, setting: Setting = {}): Scene => ({
  name,
  play: async (studio) => {
    await withFriends(studio)
    const phone = await studio.phone(openidOf(REFERRER), entry, setting)
    await appears(phone, part)
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
  {
    name: 'invite-nobody',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('wen-di'), INVITE)
      await appears(phone, '.invite__picture')
      return phone
    },
  },
  sheet({ ...invited('invite', INVITE, '.invite__picture'), ...PICTURE }),
  invited('english-invite', INVITE, '.invite__picture', { language: 'en' }),
  alone('invite-skeleton', 'waits', '.skeleton'),
  alone('invite-offline', 'fails', '.standstill'),
  invited('invite-friends', FRIENDS, '.friend'),
  sheet(landed('invitation', NEWCOMER, '.landing__get')),
  landed('english-invitation', NEWCOMER, '.landing__get', { language: 'en' }),
  landed('invitation-own', openidOf(REFERRER), '.standstill'),
  landed('invitation-member', openidOf('wen-di'), '.standstill'),
  {
    name: 'invitation-unknown',
    play: async (studio) => {
      const phone = await studio.phone(NEWCOMER, LANDING)
      await appears(phone, '.standstill')
      return phone
    },
  },
]
