/** Words of the member's own page, in English. Same voice as `member.ts`. */
import type { ME_TEXT as zhCn } from '../zh-cn/me'
import { MONTHS } from './days'
import { count } from './plural'

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

  notices: 'Notices',
  unread: (unread) => (unread > 0 ? `${unread > 98 ? '99+' : unread} new` : 'All read'),
  messages: 'Message settings',
  about: 'About me',
  profile: 'Profile',
  invite: 'Invite friends',
  profileNone: 'Nothing yet',
  birthdayNone: 'No birthday yet',
  consents: 'How my data is used',
  consentsOn: (on) => (on > 0 ? `${on} on` : 'All off'),
  noted: 'Noted by our staff',
  looks: 'Who viewed my data',
  export: 'Export my data',
  thisPhone: 'This phone',
  reading: 'Display',
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
