/** What went wrong, in English: what happened and what can be done now. No apology, no blame, no exclamation. */
import type { ERRORS as zhCn } from '../zh-cn/errors'
import { text, todayRefusals } from './errors-of-today'

const notRegistered = 'Nothing was registered. Scan the member code again.'
const nothingChanged = 'Nothing was changed.'

const refusals: typeof zhCn.refusals = {
  ...todayRefusals,
  'request.malformed': text('Not accepted', `${nothingChanged} Please check what you entered.`),
  'request.unknown-action': text('This version is too old', 'Close the mini program and open it again.'),
  'caller.unknown': text('WeChat did not say who you are', 'Close the mini program and open it from WeChat.'),
  'role.required': text(
    'You are not on the staff of this store',
    'Ask a manager to add you, then try again.',
  ),
  'member.not-joined': text('You have no card yet', 'Get one with your phone number, and purchases count.'),
  'member.unknown': text('No such member', 'Ask for the member code and scan again.'),
  'member.unclaimed': text('Nobody has claimed this account', 'Ask the member to join in the mini program.'),
  'member.not-own': text('Not one of your members', 'Scan the member code in the store to see the book.'),
  'phone.not-proved': text('Phone number not confirmed', 'Tap the button again and let WeChat share it.'),
  'phone.taken': text(
    'This number already has a card',
    'Use the WeChat that joined, or ask at the service desk.',
  ),
  'phone.too-many-today': text('No more phone numbers today', 'Try tomorrow, or ask a colleague.'),
  'phone.shown-before': text('This view has ended', 'Choose a reason again to see the number.'),
  'book.changed': text('The book has just changed', 'Nothing was saved. Check it and change it again.'),
  'code.unreadable': text('Not a member code', 'Open the member code page and scan the QR code.'),
  'code.expired': text('Wrong or expired code', 'Codes change every minute. Scan or type the new one.'),
  'code.used': text('This code was used', 'A code works once. Wait for the next one and scan again.'),
  'code.too-many-wrong': text('Too many wrong codes', 'Go on in a minute, with a member code.'),
  'card.frozen': text(
    'The card is frozen',
    'Unfreeze it under Me. A phone number still earns points at the till.',
  ),
  'card.closed': text('The membership is closed', 'Nothing was registered. It is possible to join again.'),
  'card.replaced': text('This card number has ended', 'Open the member code page for the new code.'),
  'card.step-impossible': text('The card has changed meanwhile', `${nothingChanged} Refresh and look again.`),
  'account.changed': text('The account has just changed', 'It was not closed. Refresh, check, then decide.'),
  'account.staff': text(
    'You are still on the staff',
    'It was not closed. Ask a manager to take you off first.',
  ),
  'avatar.unusable': text(
    'This picture does not work',
    'Nothing was changed. Choose another PNG or JPEG picture.',
  ),
  'consent.needed': text(
    'Membership needs this one',
    `${nothingChanged} You may close your membership instead.`,
  ),
  'consent.sensitive-off': text(
    'The member has not agreed to show allergies',
    'Nothing was saved. It can be turned on under Me, How my data is used.',
  ),
  'consent.policy-changed': text(
    'The policy was just updated',
    `${nothingChanged} Refresh, read it and choose again.`,
  ),
  'said.no-match': text(
    'Phone ending and birthday do not match',
    'Ask again, or take the full number at the till.',
  ),
  'said.too-many-today': text(
    'No more look-ups today',
    'Use the member code, or the full number at the till.',
  ),
  'bind.card-unknown': text(
    'No such old card',
    'Nothing was bound. Check the number; only a card that was used at a till holds points.',
  ),
  'bind.card-taken': text('This card belongs elsewhere', 'Nothing was bound. Check the number of the card.'),
  'bind.already': text('This card is bound already', 'Its points are with this member.'),
  'bind.phone-taken': text(
    'This phone has a card already',
    'Nothing was bound. Scan the member code and bind the old card there.',
  ),
  'bind.own-card': text('This is your own card or phone', 'Nothing was bound. Ask a colleague.'),
  'bind.too-many-cards': text('Too many old cards', 'Nothing was bound. A member may bind eight.'),
  'bind.too-many-today': text('Enough cards for today', 'Nothing was bound. Try again tomorrow.'),
  'visit.invalid': text('This scan no longer works', notRegistered),
  'visit.expired': text('This scan is over 30 minutes old', notRegistered),
  'visit.own-card': text('This is your own card', 'Ask a colleague to register your purchase.'),
  'entry.unknown': text('These points were not found', 'Go back to Points, pull to refresh and tap again.'),
  'purchase.amount-out-of-range': text('Amount out of range', 'Nothing was registered. Check the receipt.'),
  'purchase.total-changed': text('The amount has changed', 'Nothing was done. Refresh, check and go on.'),
  'purchase.unknown': text('Purchase not found', 'Go back to the list of today and refresh it.'),
  'purchase.other-store': text('Not a purchase of this store', 'Please go to the store of the purchase.'),
  'receipt.unknown': text('No such receipt', 'Check the number with its letters and dashes.'),
  'receipt.other-store': text('Not a receipt of this store', 'Please go to the store of the purchase.'),
  'coupon.unknown': text(
    'There is no such coupon',
    'No coupon was used. Open the coupon and show its code again.',
  ),
  'coupon.not-usable': text(
    'This coupon is used or void',
    'Open the wallet and choose one that can be used.',
  ),
  'coupon.locked': text(
    'This coupon is held just now',
    'A till is charging with it, or it is being given away. It is free again after that.',
  ),
  'coupon.expired': text('This coupon has expired', 'Open the wallet and choose one that can be used.'),
  'coupon.not-here': text('This coupon is for other stores', 'The coupon says where it can be used.'),
  'coupon.not-today': text('This coupon is not for today', 'The coupon says on which days it can be used.'),
  'coupon.not-for-member': text(
    'This coupon is for other members',
    'It is for certain tiers or stages; the coupon says which.',
  ),
  'coupon.combination': text(
    'These coupons do not go together',
    'Nothing was registered. Take one away and try again.',
  ),
  'coupon.takes-nothing': text(
    'A coupon takes nothing off',
    'Nothing was registered and the coupon is still there. The price is below what it asks for, or without its goods. Take it away.',
  ),
  'coupon.not-locked': text(
    'This coupon is not held for this receipt',
    'Nothing was booked. Lock it for the receipt first.',
  ),
  'coupon.for-purchase': text('This coupon is for a purchase', 'Choose it when the purchase is registered.'),
  'coupon.undo-too-late': text(
    'This cannot be undone',
    'Only who handed it over can take it back, on the same day. Ask a manager.',
  ),
  'plate.malformed': text(
    'This is no number plate',
    'Nothing was handed over. Check province, letters and digits: 7 or 8 of them.',
  ),
  'benefit.unknown': text(
    'The tier has no such benefit',
    'Nothing was handed over. Scan the card again to see what it has.',
  ),
  'benefit.used-up': text(
    'This benefit is used up',
    'Nothing was handed over. It is whole again with the next month or year.',
  ),
  'refund.line-unknown': text(
    'Not on this receipt',
    'Nothing was refunded. Go back, refresh and choose again.',
  ),
  'refund.more-than-left': text('More than is left', 'Nothing was refunded. Refresh and check the quantity.'),
  'refund.outdated': text('Refunded meanwhile', 'Nothing was refunded. Refresh and check what came back.'),
  'refund.own-card': text('This is your own purchase', 'Ask a colleague to refund it.'),
  'refund.undo-too-late': text(
    'Too late to undo',
    'Only your own untouched entries of today. Refund it instead.',
  ),
  'operation.mismatch': text('This differs from last time', `${nothingChanged} Go back and start again.`),
  'till.unknown': text('No such till', 'Ask a manager to check its number.'),
  'till.signature-wrong': text(
    'Wrong till signature',
    'Nothing was registered. Ask a manager to set the key.',
  ),
  'till.request-too-old': text(
    'The till was too late',
    'Nothing was registered. Set its clock and send again.',
  ),
  'store.unknown': text('No such store', 'Ask a manager to check its number.'),
  'event.days-wrong': text(
    'These days do not work',
    'Nothing was saved. It ends today or later, not before it begins.',
  ),
  'event.begun': text(
    'The event has begun',
    'Nothing was saved. Only name, code and last day may change now.',
  ),
  'staff.not-joined': text('This person has no card yet', 'They join in the mini program first.'),
  'staff.own-phone': text('This is your own number', 'Another manager changes your role.'),
  'grant.unknown': text('There is no such grant', 'Refresh the list of grants and choose again.'),
  'grant.decided': text('This grant was decided already', 'Nothing was changed. Refresh the list of grants.'),
  'grant.own-card': text('This is your own card', 'Ask another manager to do it.'),
  'grant.same-person': text(
    'You asked for this one yourself',
    'Above the limit another manager has to agree.',
  ),
  'grant.in-force': text(
    'The member holds a given tier already',
    'Nothing was given. Take the present one back first.',
  ),
  'grant.not-higher': text(
    'That tier is not higher',
    'Nothing was given. Choose a higher tier, or assure the present one.',
  ),
  'grant.tier-unknown': text('There is no such tier', 'Choose one of the tiers of the programme.'),
  'grant.until-out-of-range': text(
    'That last day cannot be chosen',
    'Nothing was given. It must be after today and within the time that the programme allows.',
  ),
  'offer.unknown': text('No such offer', 'Nothing was claimed. Refresh to see what there is.'),
  'offer.not-open': text('Not open now', 'Nothing was claimed. It can be claimed in its hours.'),
  'offer.sold-out': text('All of them are taken', 'Nothing was claimed. There are other offers.'),
  'offer.limit-reached': text('You have claimed this one', 'It is in your wallet.'),
  'offer.limit-today': text('Claimed today already', 'Another one can be claimed tomorrow.'),
  'offer.tier-not': text('Not for your tier yet', 'Nothing was claimed. A higher tier may claim it.'),
  'coupon.giftless': text('This coupon is not for giving', 'Nothing was given. It is for your own use.'),
  'gift.unknown': text('No such gift', 'The link is incomplete or has ended. Ask your friend for a new one.'),
  'gift.taken': text('Somebody has taken it', 'One gift is for one friend.'),
  'gift.own': text('This is your own gift', 'Send the link to a friend, who can take it.'),
  'gift.over': text('This gift has ended', 'The coupon is with who offered it, and can be offered again.'),
  'catalogue.faulty': text(
    'The catalogue has a fault',
    'Nothing was published. Correct what is named and send it again.',
  ),
  'catalogue.too-large': text('Too much at once', 'Nothing was published. Publish it in several parts.'),
  'catalogue.stock-taken': text(
    'More was taken already',
    'Nothing was published. The stock cannot be less than what members took.',
  ),
  'reward.unknown': text(
    'This reward is not there',
    'It may have left the shelf. Have a look at the others.',
  ),
  'reward.not-open': text(
    'This reward cannot be taken now',
    'It has not opened yet, or is over. Your points are untouched.',
  ),
  'reward.sold-out': text('All gone', 'Your points are untouched. One may come back when somebody cancels.'),
  'reward.limit-reached': text(
    'You have taken all you may',
    'Each member may have so many. Your points are untouched.',
  ),
  'reward.tier-not': text(
    'This reward is for a higher tier',
    'Your points are untouched. Once you reach the tier you can take it.',
  ),
  'reward.price-changed': text(
    'The price has changed',
    'Nothing was exchanged. Check the points and the amount, then confirm again.',
  ),
  'reward.way-not': text(
    'That way of getting it will not do',
    'Nothing was exchanged. Choose pick-up, or delivery with an address.',
  ),
  'points.not-enough': text(
    'Not enough points',
    'Nothing was exchanged. Collect some more, or look at other rewards.',
  ),
  'task.unknown': text('There is no such task', "It may be a colleague's. Please refresh the list."),
  'task.settled': text('It was done on another day', 'Only what was noted today can be taken back.'),
  'exchange.unknown': text('There is no such exchange', 'Please look it up under your exchanges.'),
  'exchange.step-impossible': text(
    'This exchange is past that',
    'It may have been collected, sent, cancelled or expired. Refresh and look again.',
  ),
  'exchange.other-store': text(
    'Another store hands this over',
    'The exchange of the member names the store.',
  ),
  'exchange.not-paid': text('This exchange is not paid yet', 'The member pays in the mini program first.'),
  'referral.unknown': text('No such invited member', 'Refresh the list.'),
  'referral.decided': text('This was decided already', 'Refresh the list.'),
  'referral.own': text('You cannot decide about yourself', 'Ask another manager.'),
  'pay.unavailable': text(
    'Payment is not possible right now',
    'Nothing was charged. Try again in a few minutes, within a quarter of an hour.',
  ),
  'installation.claimed': text('There is a first manager already', 'Ask the manager to add you.'),
  'installation.code-wrong': text('Wrong installation code', 'Check the one-time code of the deployment.'),
  'server.busy': text('The service is busy', `${nothingChanged} Please try again in a few seconds.`),
  'server.fault': text(
    'The service has a fault',
    'Try again; nothing is done twice. If it stays, pass on the code below.',
  ),
}

export const ERRORS: typeof zhCn = {
  refusals,
  silences: {
    offline: text('No connection', 'Your points are safe. Check the network and try again.'),
    slow: text('No answer yet', 'The network may be slow. Try again where the signal is better.'),
    cloud: text('The service is not answering', 'Your points are safe. Try again in a while.'),
  },
  figures: {
    total: (amount) => `It is now ${amount}. `,
    largest: (amount) => `At most ${amount} at a time. `,
    from: (day) => `It can change from ${day}. `,
    points: (points) => `You now have ${points} points. `,
    eventDays: (event, from, until) => `“${event}” is from ${from} to ${until}. `,
  },
  reference: (code) => `Code ${code}`,
}
