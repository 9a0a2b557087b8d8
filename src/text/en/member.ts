/** Words of the member's pages and of shared components, in English: short, quiet, no exclamation marks. */
import type { words as zhCn } from '../zh-cn/member'
import { count } from './plural'

const reasons: (typeof zhCn)['activity']['reasons'] = {
  returned: 'Returned',
  exchanged: 'Exchanged',
  quality: 'Quality',
  price: 'Price change',
  'entry-error': 'Entered in error',
}

export const words: typeof zhCn = {
  shared: {
    back: 'Back',
    retry: 'Try again',
    close: 'Close',
    loading: 'Loading',
    points: 'points',
    nobody: 'M',
    comma: ', ',
    list: ', ',
  },

  tabs: { home: 'Card', mall: 'Mall', wallet: 'Wallet', me: 'Me' },

  privacy: {
    title: 'Before we use it',
    uses: {
      phone: 'Joining uses your WeChat phone number, so that we recognise your card.',
      avatar: 'This uses the picture you choose in WeChat, shown on your card page.',
      clipboard: 'This puts the text on your clipboard, so that you can paste and keep it.',
      other: 'This step uses personal information.',
    },
    promise: 'It is used for what is written here and nothing else. The privacy guide says more.',
    read: 'Read the privacy guide',
    agree: 'Agree',
    disagree: 'Disagree',
    refusedTitle: 'You did not agree',
    without: {
      phone: 'Without a phone number there is no card. Look around, and tap the button again when you like.',
      avatar: 'Your picture stays as it is and your card works as before. Tap again to change it.',
      clipboard: 'Nothing was copied. Send it in WeChat instead, or tap copy again.',
      other: 'This step was left out. Everything else works as before.',
    },
    understood: 'OK',
  },

  card: {
    since: (year) => `Member since ${year}`,
    label: (tier, name, points) => `${tier}, ${name}, ${count(points, 'point')}`,
  },

  activity: {
    reasons,
    bought: (moment, amount) => `${moment} · ${amount}`,
    refunded: (moment, amount, reason) => `${moment} · ${amount} refunded · ${reason}`,
    upgraded: (tier) => `Moved you up to ${tier}`,
    boughtAndWaits: (bought, waits) => `${bought}, ${waits}`,
    waits: (day) => `Pending, yours on ${day}`,
    boughtLabel: (moment, store, amount, points) =>
      `${moment}, ${amount} at ${store}, ${count(points, 'point')} earned`,
    refundedLabel: (moment, store, amount, reason, points) =>
      `${moment}, ${amount} refunded at ${store}, ${reason}, ${count(points, 'point')} taken back`,
  },

  home: {
    greetings: {
      night: 'Good evening',
      morning: 'Good morning',
      noon: 'Hello',
      afternoon: 'Good afternoon',
      evening: 'Good evening',
    },
    hello: (greeting, name) => `${greeting}, ${name}`,
    visits: (visits) => `Welcome back. You have shopped on ${count(visits, 'day')}`,
    onlyVisit: 'Good to meet you. Come again soon',
    firstVisit: 'Your card is ready for your first visit',
    toNext: { before: 'Spend', after: (tier) => `more to reach ${tier}` },
    or: {
      visits: (times) => `or come ${count(times, 'more time')}`,
      activity: (times) => `or take part ${count(times, 'more time')}`,
    },
    toNextOr: (or, tier) => `more ${or} to reach ${tier}`,
    band: (inside, whole) => `${inside} / ${whole}`,
    progressLabel: (percent, gap, tier) => `${percent}% of the way, ${gap} more to reach ${tier}`,
    progressLabelOr: (percent, gap, or, tier) =>
      `${percent}% of the way, spend ${gap} more ${or} to reach ${tier}`,
    highest: (tier) => `You hold ${tier}, the highest tier`,
    showCode: 'Show member code',
    debtTitle: (points) => `${count(points, 'point')} owed`,
    debtAdvice: 'A return took back points already used or expired. Your next points cover them',
    lapsingTitle: (gap, tier) => `Spend ${gap} more to keep ${tier}`,
    lapsingInGrace: (day) => `Your term is over. Without it you move down a tier after ${day}`,
    lapsingAtEnd: (day) => `By ${day}, and it is yours for another term`,
    pendingTitle: (points) => `${count(points, 'point')} pending`,
    pendingAdvice: (day) => `Yours to use from ${day}`,
    expiring: (day) => `expire on ${day}`,
    expiringPoints: (points) => count(points, 'point'),
    benefits: (tier) => `${tier} benefits`,
    recent: 'Recent',
    share: (mall: string) => `${mall} membership: show it at the till, earn points`,
    emptyTitle: 'No purchases yet',
    emptyAdvice: 'Show your member code before you pay, and points appear here',
    stale: 'Not updated. This is what we knew before',
    offers: 'Coupons to get right now',
    desk: 'Staff desk',
    deskAdvice: 'Scan, register, refund',
  },

  join: {
    title: (mall) => `${mall} membership`,
    lead: 'What you spend becomes points; a return takes back its share. Recent spending sets your tier, and its benefits are yours on arrival.',
    tiersTitle: 'The tiers',
    tierFrom: (amount) => `from ${amount}`,
    tierFromBeside: {
      visits: (times) => `or ${count(times, 'visit')}`,
      activity: (times) => `or ${times} times taking part`,
    },
    tierOpen: 'on joining',
    tierRate: (rate) => `${count(rate, 'point')} per yuan`,
    tierRateAndDiscount: (rate, percent) =>
      `${count(rate, 'point')} per yuan, ${percent}% off with an assistant`,
    nameField: 'Your name',
    namePlaceholder: 'What our staff call you',
    nameMissing: 'Please enter your name first',
    phoneButton: 'Join with WeChat phone number',
    busy: 'Joining',
    consent: 'By joining you agree that we keep your name, phone number and purchases for points and tiers. ',
    privacy: 'Privacy guide',
    refusedTitle: 'No phone number yet',
    refusedAdvice:
      'Your card is recognised by your phone number. Tap again and choose Allow, or leave it for now and simply enjoy the mall.',
    unknownRetry: 'Ask again',
    otherPhone: 'Use another number',
    doneTitle: (name) => `Welcome, ${name}`,
    doneAdvice: 'Your card is ready. Show your member code before you pay.',
    tookOver: (points) => `Your earlier ${count(points, 'point')} are on the card`,
    tookOverNone: 'Your earlier purchases are on the card',
    finish: 'See my card',
  },

  code: {
    title: 'Member code',
    who: (tier, points) => `${tier}, ${count(points, 'point')}`,
    barLabel: 'Member bar code',
    qrLabel: 'Member QR code',
    panelLabel: 'Live member code',
    digitsLabel: (digits) => `Member code digits ${digits}`,
    renews: 'seconds until renewal',
    renewsLabel: (seconds) => `Renews in ${count(seconds, 'second')}`,
    noCopy: 'Screenshots do not work',
    renewing: 'Renewing',
    renewNow: 'Renew now',
    lastsOffline: 'seconds left',
    offline: 'No connection. This code still works for a moment',
    brightened: 'Brightness raised while you are here',
    cannotScan: 'Not scanning? Two other ways',
    scannedTitle: 'Scanned',
    scannedAdvice: 'Being registered. The result appears here',
    earned: 'Points earned',
    waiting: 'Points pending',
    activates: (day) => `Yours to use from ${day}`,
    takenBack: 'Points taken back',
    paid: (amount, store) => `${store} · ${amount}`,
    refunded: (amount, store, reason) => `${store} · ${amount} refunded · ${reason}`,
    balance: (points) => `You have ${count(points, 'point')}`,
    upgraded: (tier) => `You reached ${tier}. It counts from your next purchase`,
    resultLabel: (kind, points) => `${kind}: ${points}`,
    finish: 'Done',
    showAgain: 'Show the code again',
    failedTitle: 'No member code right now',
    failedAdvice: {
      offline:
        'There is no connection. Your points are safe. Try again, or give your phone number at the till.',
      slow: 'No answer came. Your points are safe. Try again, or give your phone number at the till.',
      cloud:
        'The service is not answering. Your points are safe. Try again, or give your phone number at the till.',
    },
    otherWays: 'Give your phone number instead',
    otherWaysTitle: 'Without a scan',
    readDigits: 'Ask the assistant to type the 18 digits under the bar code. It counts as a scan.',
    sayBirthday:
      'Tell the assistant the last digits of your phone and your birthday: that finds you as well.',
    addBirthday:
      'Add your birthday under Me › Profile. Then your birthday and the last digits of your phone find you as well.',
    sayPhone: (tail) => `Give your phone number, ending in ${tail}, at the till. The points go to this card.`,
    sayPhoneUnknown: 'Give the phone number you joined with at the till. The points go to the same card.',
    joinFirst: 'Get a card',
  },
}
