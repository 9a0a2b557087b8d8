/** What is noted of a member, own members, and a full phone number, on the assistant's and on the member's phone. */
import type { RunningPhone } from '../../local/phone'
import { ASSISTANT, DESK, openidOf, scanned, sheet, unanswered, type Scene, type Studio } from './studio'
import { appears, touch } from './touch'

const MEMBERS = '/pages/assistant/members/index'
const NOTED = '/pages/member/settings/noted/index'
const LOOKS = '/pages/member/settings/looks/index'
const SHEN = 'shen-qinghe'

async function members(studio: Studio, typed?: string): Promise<RunningPhone> {
  const phone = await studio.phone(ASSISTANT, MEMBERS)
  await appears(phone, '.member-row')
  if (typed !== undefined) await (await appears(phone, '.own-members__field input')).fill(typed)
  return phone
}

async function ownMember(studio: Studio): Promise<RunningPhone> {
  const phone = await members(studio)
  await touch(phone, '.member-row', '沈清和')
  await appears(phone, '.book__panel')
  return phone
}

async function asking(studio: Studio): Promise<RunningPhone> {
  const phone = await ownMember(studio)
  await touch(phone, '.phone-line .button')
  await touch(phone, '.phone-form__reason', '联系取货')
  return phone
}

async function shown(studio: Studio): Promise<RunningPhone> {
  const phone = await asking(studio)
  await touch(phone, '.phone-form .button')
  await appears(phone, '.phone-form__number')
  return phone
}

async function changing(studio: Studio): Promise<RunningPhone> {
  const { assistant } = await scanned(studio, SHEN)
  await touch(assistant, '.visit-head')
  await touch(assistant, '.book__panel .button', '改尺码与喜好')
  await appears(assistant, '.card-form')
  return assistant
}

/** Nothing was answered yet. */
async function membersAwaited(studio: Studio): Promise<RunningPhone> {
  const phone = await studio.phone(ASSISTANT, DESK)
  await appears(phone, '.desk-head__ways .button')
  await unanswered(phone, 'waits')
  await touch(phone, '.desk-head__ways .button', '名下会员')
  await appears(phone, '.own-members__skeleton')
  return phone
}

async function searchFails(studio: Studio): Promise<RunningPhone> {
  const phone = await members(studio)
  await unanswered(phone, 'fails')
  await (await appears(phone, '.own-members__field input')).fill('沈')
  await appears(phone, '.notice')
  return phone
}

async function member(studio: Studio, id: string, entry: string, part: string): Promise<RunningPhone> {
  const phone = await studio.phone(openidOf(id), entry)
  await appears(phone, part)
  return phone
}

export const OWN_MEMBER_SCENES: readonly Scene[] = [
  sheet({ name: 'own-members', play: (studio) => members(studio) }),
  {
    name: 'own-members-no-match',
    play: async (studio) => {
      const phone = await members(studio, '9999')
      await appears(phone, '.standstill')
      return phone
    },
  },
  {
    name: 'own-members-none',
    play: (studio) => member(studio, 'meng-shuyan', MEMBERS, '.standstill'),
  },
  { name: 'own-members-skeleton', play: membersAwaited },
  { name: 'own-members-offline', play: searchFails },
  sheet({ name: 'own-member', play: ownMember }),
  sheet({ name: 'phone-reason', play: asking }),
  { name: 'phone-shown', play: shown },
  sheet({ name: 'client-card-change', play: changing }),
  sheet({ name: 'me-noted', play: (studio) => member(studio, SHEN, NOTED, '.noted') }),
  { name: 'me-noted-none', play: (studio) => member(studio, 'lin-xiaoyu', NOTED, '.standstill') },
  { name: 'me-looks-phone', play: (studio) => member(studio, SHEN, LOOKS, '.look') },
]
