/** Words of what one sets, in English. Same voice as `member.ts`. */
import type { SETTINGS_TEXT as zhCn } from '../zh-cn/settings'

const purposes: typeof zhCn.consent.purposes = {
  service: {
    title: 'Membership',
    means: 'Phone number and purchases, for points, tiers and returns. Without it there is no card.',
  },
  offers: { title: 'Offers and events', means: 'Chosen by what you buy and like, sent to you as messages.' },
  birthday: { title: 'Birthday wishes', means: 'A greeting and a gift around the birthday you tell us.' },
  sensitive: {
    title: 'Allergies shown to staff',
    means:
      'Allergies and things to avoid, shown only to who serves you here and to your own assistant. Withdraw, and what was noted is deleted at once.',
  },
  analysis: { title: 'Statistics', means: 'Your purchases count in totals only. Nobody sees them as yours.' },
}

export const SETTINGS_TEXT: typeof zhCn = {
  reading: {
    lead: 'Language and text size, for this phone only. You can change it back at any time.',
    language: 'Language',
    font: 'Text size',
    followWechat: 'Same as WeChat',
    fonts: { wechat: 'Same as WeChat', standard: 'Standard', large: 'Large', largest: 'Largest' },
    sampleTitle: 'Good afternoon',
    sampleSmall: 'Today 14:36 · ¥386.00',
    take: 'Use this size',
    inUse: 'This size is in use',
  },

  form: {
    avatar: 'Picture',
    avatarChoose: 'Choose picture',
    avatarRemove: 'No picture',
    avatarAdvice: 'Only you see it',
    avatarSaving: 'Saving',
    title: 'Profile',
    name: 'Name',
    nameAdvice: 'What our staff call you',
    nameMissing: 'Please enter your name',
    salutation: 'Title',
    birthday: 'Birthday',
    birthdayAdvice: 'Once set, it can change once a year.',
    birthdayLocked: (day) => `Can change from ${day}`,
    birthdayChoose: 'Choose month and day',
    birthdayClear: 'Remove birthday',
    leapMonth: 'Leap month',
    tags: 'Preferences',
    tagsAdvice: 'A few short words, 12 at most',
    tagField: 'Pour-over, window seat',
    tagAdd: 'Add',
    tagRemove: (tag) => `Remove ${tag}`,
    save: 'Save',
    saving: 'Saving',
    again: 'Save again',
  },

  consent: {
    title: 'Data use',
    lead: 'Apart from membership itself, all of this is up to you. Withdraw at any time; it holds at once.',
    purposes,
    on: 'On',
    off: 'Off',
    needed: 'Required',
    changed: (moment) => `Changed: ${moment}`,
    label: (title, state) => `${title}, ${state}`,
    policy: (version) => `Policy version ${version}`,
  },

  look: {
    title: 'Viewed by',
    lead: 'After scanning your code, or hearing your phone ending and birthday, staff see your name, tier, points and what you bought in their store for half an hour. Your own assistant may look at other times. Of your number only the ending is shown; seeing all of it takes a reason. All of it is listed here.',
    purposes: {
      service: 'to serve you',
      'own-book': 'your assistant opened what the store knows of you',
      phone: 'saw your full phone number',
    },
    reasons: {
      pickup: 'about a pick-up',
      'after-sale': 'after-sales care',
      asked: 'as you asked',
      other: 'another reason',
    },
    ways: { code: 'scanned your code', said: 'you gave phone ending and birthday' },
    more: 'Earlier views',
    emptyTitle: 'Nobody yet',
    emptyAdvice: 'When staff scan your member code, it is noted here.',
  },

  noted: {
    lead: 'Sizes, preferences and allergies, so that nobody has to ask again. Seen in every store while you are there, and by your own assistant at other times. Remove what you like at any time.',
    kinds: { top: 'Top', bottom: 'Trousers', waist: 'Waist', shoe: 'Shoes', ring: 'Ring' },
    sizes: 'Sizes',
    preferences: 'Preferences',
    allergies: 'Allergies and things to avoid',
    none: 'Nothing noted',
    allergiesOff: 'You have not agreed to show them to staff, so none are noted. See How my data is used.',
    allergiesOn: 'Deleted at once when you withdraw your consent.',
    changed: (store, moment) => `${store} · ${moment}`,
    remove: 'Remove',
    removeLabel: (line) => `Remove ${line}`,
    emptyTitle: 'Nothing noted yet',
    emptyAdvice: 'Tell our staff a size or a preference once, and you need not say it again.',
  },
}
