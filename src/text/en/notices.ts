/** Words of the notices page and of the settings of messages, in English. Same voice as `member.ts`. */
import type * as zhCn from '../zh-cn/notices'

export const NOTICES_TEXT: typeof zhCn.NOTICES_TEXT = {
  title: 'Notices',
  unread: 'New',
  emptyTitle: 'No notices yet',
  emptyAdvice: 'Points that end, a new tier, a gift: it is all written here.',
  toHome: 'Back to the card',
  more: 'See earlier ones',
  moreFailed: 'That did not come. Try again',
  fetching: 'Fetching',
  end: 'Nothing earlier',
  settings: 'Message settings',
  label: (unread, title, line) => (unread ? `New, ${title}, ${line}` : `${title}, ${line}`),
}

export const MESSAGES_TEXT: typeof zhCn.MESSAGES_TEXT = {
  title: 'Messages',
  lead: 'Everything is written under Notices. For a message in WeChat you allow each one; none is sent between 9 pm and 9 am.',
  classesTitle: 'In WeChat I want',
  classes: {
    service: {
      title: 'My membership',
      means: 'Purchases and refunds, before points, gifts and rewards end, when the tier changes',
    },
    care: { title: 'Birthdays and anniversaries', means: 'On the day' },
    commercial: {
      title: 'Offers and events',
      means: 'Two a week at most, and only with your consent to offers',
    },
  },
  on: 'On',
  off: 'Off',
  label: (title, state) => `${title}, ${state}`,
  templatesTitle: 'Messages allowed',
  templates: {
    change: 'Purchases and refunds',
    points: 'Points',
    tier: 'Tier',
    gift: 'Gifts and coupons',
    pickup: 'Rewards to fetch',
  },
  left: (count) => (count > 0 ? `${count} left` : 'None left'),
  allow: 'Allow one',
  allowLabel: (template) => `Allow one more: ${template}`,
  noTemplates: 'WeChat messages are not set up here; everything is under Notices.',
  refused: 'Not allowed. Tap again whenever you like.',
  switchedOff: 'Messages of this mini program are off in WeChat. Turn them on in its settings.',
}
