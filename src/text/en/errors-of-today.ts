/** What went wrong while checking in, inviting a friend or choosing a birthday gift, in English. */

export const text = (title: string, advice: string): { title: string; advice: string } => ({ title, advice })

export const todayRefusals = {
  'birthday.no-such-day': text('There is no such day', 'Nothing was saved. Please check month and day.'),
  'birthday.changed-lately': text('A birthday changes once a year', 'Nothing was saved.'),
  'birthday.none': text('No birthday is told yet', 'Enter it in your profile first, then choose a gift.'),
  'birthday.not-near': text(
    'It is too early for a gift',
    'Nothing was chosen. It opens 30 days before your birthday.',
  ),
  'birthday.tier-not': text('Your tier has no birthday gift', 'Nothing was chosen. A higher tier has one.'),
  'birthday.gift-had': text(
    'This year has had its gift',
    'It is in your wallet. The next birthday brings another.',
  ),
  'birthday.gift-unknown': text(
    'This gift has just changed',
    'Nothing was chosen. Please choose one of those shown now.',
  ),
  'checkin.done-today': text('Already checked in today', 'No points were added twice. Come again tomorrow.'),
  'checkin.enough-today': text('Enough stores for today', 'No more points today. Check in again tomorrow.'),
  'checkin.code-unknown': text('Not a check-in code', 'Scan the code on the screen or wall of a store.'),
  'checkin.code-old': text('This check-in code is too old', 'Scan the code that the store shows now.'),
  'checkin.place-closed': text('No check-in here at present', 'The daily check-in on your card still works.'),
  'checkin.own-store': text('This is your own store', 'Other stores and the daily check-in work.'),
  'checkin.event-not-now': text(
    'The event is not on today',
    'You were not checked in. Stores are as always.',
  ),
  'invitation.off': text('Invitations have not begun', 'Come back another day.'),
  'invitation.unknown': text('No such invitation', 'Ask your friend to send it again.'),
  'invitation.over': text('This invitation is over', 'You can still join.'),
  'invitation.own': text('This is your own invitation', 'Send it to a friend who has not joined.'),
  'invitation.member': text('You are a member already', 'It is for those who join for the first time.'),
  'invitation.staff': text('Staff earn nothing by inviting', 'You can still join.'),
  'invitation.loop': text('You cannot invite each other', 'You can still join.'),
  'invitation.same-device': text('This phone was used for this friend', 'You can still join.'),
  'invitation.limit-today': text('Enough invitations for today', 'Come back tomorrow, or just join.'),
  'invitation.limit-season': text('Enough invitations for this season', 'You can still join.'),
  'invitation.other': text('You accepted another invitation', 'The first one counts. Just join.'),
  'invitation.not-started': text('You have not begun to invite', 'Open “Invite friends” once more.'),
  'invitation.picture-failed': text('No code picture right now', 'Try again soon, or send the card.'),
}
