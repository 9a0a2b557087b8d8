/** What a member does on every page: each kind of touch once. */
import { appears } from '../../tools/screens/touch'
import type { Meter } from './meter'

const ME = '/pages/member/me/index'

export async function memberTaps(meter: Meter): Promise<void> {
  await meter.opened('launch of the card page')
  await cardAndCode(meter)
  await points(meter)
  await me(meter)
  await consent(meter)
  await reading(meter)
}

async function cardAndCode(meter: Meter): Promise<void> {
  await meter.opens('open the member code', '.sleeve .button')
  await meter.taps('code: what else there is', '.code__help')
  await meter.taps('code: close the sheet', '.sheet__close')
}

async function points(meter: Meter): Promise<void> {
  await meter.goes('/pages/member/home/index', '.way-row')
  await meter.opens('open the way between the tiers', '.way-row')
  await meter.goes('/pages/member/home/index', '.tier-card__sum')
  await meter.opens('open the points', '.tier-card__sum')
  await meter.taps('points: more days', '.balance__lots .button')
  await meter.taps('points: even more days', '.balance__lots .button')
  await meter.taps('points: the last days', '.balance__lots .button')
  await meter.taps('points: fewer days', '.balance__lots .button', '收起')
  await meter.taps('points: only what was taken back', '.filters__chip', '收回')
  await meter.taps('points: only what was earned', '.filters__chip', '得到')
  await meter.taps('points: everything', '.filters__chip', '全部')
  await meter.picks('points: choose a month', '.filters__month', { column: 1, index: 2 })
  await meter.taps('points: any month', '.filters__chips .filters__chip--on:last-child')
  await meter.types('points: search by a word', '.search__input input', '咖')
  await meter.taps('points: clear the search', '.search__clear')
  await meter.types('points: search in vain', '.search__input input', 'zz')
  await meter.taps('points: show all after nothing was found', '.standstill .button')
  await meter.tapsBelow('points: see earlier ones', '.list-end .button')
  await meter.scrolls('points: to the end of the list')
  await meter.opens('open the why of an entry', '.entry')
}

async function me(meter: Meter): Promise<void> {
  await meter.goes('/pages/member/home/index', '.way-row')
  await meter.goes(ME, '.me-row')
  await meter.taps('me: file of my data', '.me-row', '导出我的资料')
  await meter.taps('me: gather the file', '.me-sheet .button')
  await meter.taps('me: close a sheet', '.sheet__close')
  await meter.taps('me: replace the card', '.me-row', '换')
  await meter.unmetered(async () => (await appears(meter.phone, '.sheet__close')).tap())
  await meter.taps('me: close the account', '.me-row', '注销会员卡')
  await meter.taps('me: close the account, read', '.me-sheet__grave .button')
  await meter.unmetered(async () => (await appears(meter.phone, '.sheet__close')).tap())
  await meter.taps('me: freeze the card', '.me-row', '冻结会员卡')
  await meter.taps('me: freeze it', '.me-sheet .button')
  await meter.taps('me: unfreeze the card', '.me-row', '解冻')
  await meter.taps('me: unfreeze it', '.me-sheet .button')
}

/** Language and size open every page anew, so a choice is an opening. */
async function reading(meter: Meter): Promise<void> {
  await meter.goes(ME, '.me-row')
  await meter.opens('open language and font size', '.me-row', '语言与字号')
  await meter.taps('reading: try a larger type', '.me-row', '特大')
  await meter.opens('reading: take it, and open anew', '.me__go .button')
}

/** Somebody whom WeChat has not asked about privacy yet. */
export async function privacyTaps(meter: Meter): Promise<void> {
  await meter.opened('launch of the page for joining')
  await meter.types('join: a letter of the name', '.join__input input', '江')
  await meter.taps('join: asked about privacy', '.button', '用微信手机号办卡')
  await meter.taps('join: no', '.privacy .button', '不同意')
}

/** Of somebody who has told no birthday. */
export async function profileTaps(meter: Meter): Promise<void> {
  await meter.goes(ME, '.me-row')
  await meter.opens('open the profile', '.me-row', '个人资料')
  await meter.taps('profile: choose a picture', '.field__avatar .button')
  await meter.taps('profile: take the picture away', '.field__avatar .button--text')
  await meter.types('profile: a letter of the name', '.field__input input', 'a')
  await meter.taps('profile: salutation', '.chip')
  await meter.taps('profile: lunar calendar', '.chip', '农历')
  await meter.picks('profile: birthday', '.field__pick', { column: 1, index: 3 })
  await meter.taps('profile: clear the birthday', '.field__clear')
  await meter.types('profile: a letter of a preference', '.field__line input', '茶')
  await meter.taps('profile: add it', '.field__line .button')
  await meter.taps('profile: take it away', '.chip--tag')
  await meter.opens('profile: save and go back', '.me__go .button')
}

async function consent(meter: Meter): Promise<void> {
  await meter.goes(ME, '.me-row')
  await meter.opens('open the consents', '.me-row', '资料用在哪里')
  await meter.taps('consent: switch on', '.purpose.pressable')
  await meter.taps('consent: switch off', '.purpose.pressable')
}
