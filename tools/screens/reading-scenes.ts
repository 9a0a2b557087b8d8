/** The member's pages in English, the choice of language and font size, the own picture, and the question about privacy. */
import { CODE, LARGE, openidOf, SMALL, type Scene, type Setting, sheet } from './studio'
import { appears, touch } from './touch'

const ENGLISH = { language: 'en' }
const NARROW = { ...ENGLISH, ...LARGE, ...SMALL }
const READING = '/pages/member/settings/reading/index'
const PROFILE = '/pages/member/settings/profile/index'

interface Place {
  readonly name: string
  readonly id: string
  readonly part: string
  readonly entry?: string
}

const PLACES: readonly Place[] = [
  { name: 'card', id: 'shen-qinghe', part: '.home' },
  { name: 'code', id: 'shen-qinghe', part: '.ticket__qr', entry: CODE },
  { name: 'points', id: 'shen-qinghe', part: '.entry', entry: '/pages/member/statement/points/index' },
  { name: 'growth', id: 'shen-qinghe', part: '.stand', entry: '/pages/member/statement/growth/index' },
  { name: 'me', id: 'shen-qinghe', part: '.me-head', entry: '/pages/member/me/index' },
  { name: 'consent', id: 'shen-qinghe', part: '.purpose', entry: '/pages/member/settings/consent/index' },
  { name: 'join', id: 'somebody-new', part: '.join__panel' },
]

const inEnglish =
  (suffix: string, setting: Setting) =>
  ({ name, id, part, entry }: Place): Scene => ({
    name: `english-${name}${suffix}`,
    play: async (studio) => {
      const phone = await studio.phone(openidOf(id), entry, setting)
      await appears(phone, part)
      return phone
    },
  })

const why = (suffix: string, setting: Setting): Scene => ({
  name: `english-why${suffix}`,
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'), '/pages/member/statement/points/index', setting)
    await touch(phone, '.entry')
    await appears(phone, '.why__line')
    return phone
  },
})

const reading = (name: string, setting: Setting, size?: string): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone(openidOf('shen-qinghe'), READING, setting)
    await appears(phone, '.reading__sample')
    if (size) await touch(phone, '.me-row', size)
    return phone
  },
})

const asked = (name: string, setting: Setting, words: { join: string; no?: string }): Scene => ({
  name,
  play: async (studio) => {
    const phone = await studio.phone('somebody-new', undefined, { ...setting, privacy: 'asks' })
    const field = await appears(phone, '.join__input input')
    await field.fill('江晚吟')
    await touch(phone, '.button', words.join)
    await appears(phone, '.privacy')
    if (words.no) await touch(phone, '.privacy .button', words.no)
    return phone
  },
})

export const READING_SCENES: readonly Scene[] = [
  ...PLACES.map(inEnglish('', ENGLISH)),
  ...PLACES.map(inEnglish('-large-font-320', NARROW)),
  why('', ENGLISH),
  why('-large-font-320', NARROW),
  sheet(reading('reading', {})),
  reading('reading-largest-tried', {}, '特大'),
  reading('english-reading-large-font-320', NARROW),
  {
    name: 'me-picture',
    play: async (studio) => {
      const phone = await studio.phone(openidOf('shen-qinghe'), PROFILE)
      await touch(phone, '.field__avatar .button')
      await appears(phone, '.avatar__picture')
      await appears(phone, '.button', '不用头像')
      return phone
    },
  },
  asked('privacy', {}, { join: '用微信手机号办卡' }),
  asked('privacy-refused', {}, { join: '用微信手机号办卡', no: '不同意' }),
  asked('english-privacy-large-font-320', NARROW, { join: 'Join with' }),
]
