/** Words of the member's own page, in English. Same voice as `member.ts`. */
import type { ME_TEXT as zhCn } from '../zh-cn/me'
import { MONTHS } from './days'
import { count } from './plural'

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

const numbers = (length: number): string[] => Array.from({ length }, (_, place) => String(place + 1))

export const ME_TEXT: typeof zhCn = {
  title: 'Me',
  open: 'My details and card',
  salutations: { ms: 'Ms', mr: 'Mr' },
  noSalutation: 'Rather not say',
  chosen: (words) => `${words}, selected`,
  phone: (tail) => `Phone ending ${tail}`,
  joinFirst: 'Get a card',
  unknownTitle: 'Not known yet whether it worked',
  unknownAdvice: 'No answer came. Tap again to ask for the result; it is never done twice.',

  about: 'About me',
  profile: 'Profile',
  profileNone: 'Nothing yet',
  birthdayNone: 'No birthday yet',
  consents: 'How my data is used',
  consentsOn: (on) => (on > 0 ? `${on} on` : 'All off'),
  looks: 'Who viewed my data',
  export: 'Export my data',
  thisPhone: 'This phone',
  cardTitle: 'Card',
  cardNumber: 'Number',
  freeze: 'Phone lost: freeze card',
  unfreeze: 'Unfreeze card',
  replace: 'Get a new number',
  closeAccount: 'Close membership',
  frozenTitle: 'Your card is frozen',
  frozenAdvice: (moment) =>
    `${moment}. No codes are shown; your phone number still earns points at the till.`,
  frozenOnHome: 'No codes are shown. Your phone number still earns points',
  frozenOnCode:
    'No codes are shown. Found your phone? Unfreeze the card under Me. Your phone number still earns points at the till.',
  toMe: 'Unfreeze',

  lunarMonths: numbers(12),
  lunarDay: (day) => String(day),
  solar: 'Solar',
  lunar: 'Lunar',
  leap: 'leap ',
  month: (month) => MONTHS[month - 1] ?? '',
  day: (day) => String(day),
  year: (year) => String(year),
  noYear: 'No year',

  reading: {
    title: 'Display',
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
    title: 'Noted by our staff',
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

  change: {
    freeze: {
      title: 'Freeze card',
      means: [
        'Member codes stop at once, also those shown before.',
        'Your phone number still earns points at the till.',
        'Found your phone? Unfreeze here at any time.',
      ],
      confirm: 'Freeze',
      running: 'Freezing',
    },
    unfreeze: {
      title: 'Unfreeze card',
      means: [
        'You can show your member code at once.',
        'If somebody may have noted the old number, get a new one as well.',
      ],
      confirm: 'Unfreeze',
      running: 'Unfreezing',
    },
    replace: {
      title: 'Get a new number',
      means: [
        'The old number and its codes stop at once, for good.',
        'Points, tier and history move to the new number.',
      ],
      confirm: 'Get new number',
      running: 'Working',
    },
    again: 'Ask again',
    keep: 'Not now',
  },

  close: {
    title: 'Close membership',
    means: (points, pending) => [
      pending === null
        ? `${count(points, 'point')} are lost and cannot be restored.`
        : `${count(points, 'point')} and ${pending} pending are lost and cannot be restored.`,
      'Tier, name, phone number, birthday, preferences, permissions and what staff noted of sizes and allergies are deleted.',
      'Purchases and refunds stay in the books as the law asks, without your name and number. Receipts can still be returned.',
      'You may join again later with the same number, starting from zero.',
    ],
    first: 'I understand, continue',
    surely: (points) => `Last question: ${count(points, 'point')} will be lost. This cannot be undone.`,
    confirm: 'Close and give up points',
    running: 'Closing',
    keep: 'Keep my card',
    doneTitle: 'Membership closed',
    doneAdvice: 'Your name, phone number and permissions are deleted. You are welcome to join again.',
    finish: 'OK',
  },

  exporting: {
    title: 'Export my data',
    lead: 'Profile, permissions, purchases, refunds, points, what staff noted and who viewed it, in one JSON file. It holds your phone number: send it to yourself only.',
    gather: 'Prepare file',
    gathering: (rows) => `Preparing, ${count(rows, 'entry', 'entries')} so far`,
    ready: (rows) => `Ready, ${count(rows, 'entry', 'entries')}`,
    share: 'Send in WeChat',
    copy: 'Copy as text',
    copied: 'Copied. Paste it into a note or a file',
    cannotShare: 'This phone cannot send files. Copy the text instead.',
    cannotCopy: 'Not copied. Please try again.',
    fileName: 'my-membership.json',
  },
}
