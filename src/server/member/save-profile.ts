/** Keeps what a member tells about the own person. A birthday changes once in twelve months; nothing here proves who somebody is. */
import type { MemberOutputs, Salutation } from '../../contract/member'
import { birthdayInMind } from '../../domain/birthdays/birthday-days'
import { isDayOfItsYear } from '../../domain/birthdays/birthday-in'
import {
  changeableFrom,
  isPossibleBirthday,
  isSameBirthday,
  type Birthday,
} from '../../domain/members/birthday'
import { businessDayOf } from '../../domain/time/business-day'
import { lunarCalendar } from '../birthdays/lunar-library'
import { refuse, type Outcome } from '../run/outcome'
import type { Call } from '../run/serve'
import { NO_PROFILE, type MemberDocument, type Profile } from '../store/members'
import { ownChange } from './own-change'

export interface ProfileInput {
  readonly name: string
  readonly salutation: Salutation | null
  readonly birthday: Birthday | null
  readonly tags: readonly string[]
}

export function saveProfile(
  call: Call,
  input: ProfileInput,
): Promise<Outcome<MemberOutputs['save-profile']>> {
  const today = businessDayOf(call.at)
  const { name, salutation, birthday, tags } = input
  return ownChange(call, 'save-profile', async (member) => {
    const before = member.profile ?? NO_PROFILE
    const moved = !isSameBirthday(before.birthday, birthday)
    if (moved && birthday && !isPossibleBirthday(birthday, today)) return refuse('birthday.no-such-day')
    const calendar = await lunarCalendar()
    if (moved && birthday && !isDayOfItsYear(birthday, today, calendar)) return refuse('birthday.no-such-day')
    const from = changeableFrom(before.birthdaySetOn, today)
    // Taking a birthday away is always possible; the next one has to wait all the same.
    if (moved && birthday && from) return refuse('birthday.changed-lately', { from })
    const birthdaySetOn = moved && birthday ? today : before.birthdaySetOn
    const profile: Profile = { salutation, birthday, birthdaySetOn, tags }
    const { birthdayOn: known, ...rest } = member
    const birthdayOn = birthday && ((!moved && known) || birthdayInMind(birthday, today, calendar))
    return {
      member: { ...rest, name, profile, ...(birthdayOn && { birthdayOn }) },
      subject: changedFields(member, before, input).join(' '),
      data: { savedAt: call.at },
    }
  })
}

const changedFields = (member: MemberDocument, before: Profile, input: ProfileInput): string[] => [
  ...(member.name === input.name ? [] : ['name']),
  ...(before.salutation === input.salutation ? [] : ['salutation']),
  ...(isSameBirthday(before.birthday, input.birthday) ? [] : ['birthday']),
  ...(JSON.stringify(before.tags) === JSON.stringify(input.tags) ? [] : ['tags']),
]
