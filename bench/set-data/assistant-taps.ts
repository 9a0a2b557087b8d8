/** What an assistant does at the counter: each kind of touch once. */
import { appears } from '../../tools/screens/touch'
import type { Meter } from './meter'

export async function assistantTaps(meter: Meter): Promise<void> {
  await meter.opened("launch of the assistant's desk")
  await deskSheets(meter)
  await ownMembers(meter)
  await register(meter)
  await coupons(meter)
  await clientBook(meter)
  await pieces(meter)
  await booking(meter)
  await dayList(meter)
  await refund(meter)
}

const back = async (meter: Meter): Promise<void> => (await appears(meter.phone, '.nav-bar__back')).tap()

const shut = (meter: Meter): Promise<void> =>
  meter.unmetered(async () => (await appears(meter.phone, '.sheet__close')).tap())

async function deskSheets(meter: Meter): Promise<void> {
  await meter.taps('desk: type a code', '.desk-head__ways .button:nth-child(1)')
  await meter.types('desk: a digit of the code', '.code-sheet input', '2')
  await meter.taps('desk: close the sheet', '.sheet__close')
  await meter.taps('desk: what the member says', '.desk-head__ways .button:nth-child(2)')
  await meter.types('desk: a digit of the tail', '.said-sheet input', '1')
  await meter.taps('desk: lunar calendar', '.said-sheet__calendar', '农历')
  await shut(meter)
  await meter.taps('desk: refund by receipt', '.desk-head__ways .button:nth-child(3)')
  await meter.types('desk: a letter of the receipt', '.receipt-sheet input', 'A')
  await meter.types('desk: the rest of the receipt', '.receipt-sheet input', '-9999')
  await meter.taps('desk: look for a receipt that is not there', '.receipt-sheet .button')
  await shut(meter)
}

async function ownMembers(meter: Meter): Promise<void> {
  await meter.taps('desk: bind an old card', '.desk-head__ways .button', '绑定旧卡')
  await shut(meter)
  await meter.opens('open the own members', '.desk-head__ways .button', '名下会员')
  await meter.types('own members: a letter of the search', '.own-members__field input', '沈')
  await meter.taps('own members: clear the search', '.own-members__clear')
  await meter.opens('open the book of an own member', '.member-row')
  await meter.unmetered(() => back(meter))
  await meter.unmetered(() => back(meter))
}

async function register(meter: Meter): Promise<void> {
  await meter.opens('scan and open the register', '.desk-head__scan .button')
  for (const key of ['3', '8', '6']) await meter.taps(`keypad: "${key}"`, `.keypad__key--d${key}`)
  await meter.taps('keypad: point', '.keypad__key--point')
  await meter.taps('keypad: one back', '.keypad__key--backspace')
  await meter.taps('register: bind an old card', '.register__under .button')
  await meter.types('register: a digit of the old card', '.bind-sheet input', '1')
  await shut(meter)
}

/** The best combination gives way to a coupon that stands alone, and comes back; something is handed over. */
async function coupons(meter: Meter): Promise<void> {
  await meter.taps('coupons: one in place of the others', '.ticket', '最多减')
  await meter.taps('coupons: what saves most', '.settlement__cheapest')
  await meter.taps('coupons: put one away', '.ticket--on')
  await meter.taps('coupons: back', '.settlement__cheapest')
  await meter.taps('coupons: those that cannot be used', '.ticket--not-now')
  await shut(meter)
  await meter.taps('redeem: open the car park', '.ticket', '停车')
  await meter.types('redeem: a digit of the plate', '.plate input', 'A')
  await shut(meter)
  await meter.taps('redeem: something in exchange', '.ticket', '栗子蛋糕')
  await meter.taps('redeem: hand it over', '.redeem .button')
  await meter.taps('redeem: take it back', '.redeem .button', '撤销')
  await shut(meter)
}

async function clientBook(meter: Meter): Promise<void> {
  await meter.opens('open the client book', '.visit-head')
  await meter.tapsBelow('client book: earlier purchases', '.book__purchases .button')
  await meter.taps('client book: the phone number', '.phone-line .button')
  await meter.taps('client book: why', '.phone-form__reason')
  await meter.taps('client book: why, in own words', '.phone-form__reason', '其他')
  await meter.types('client book: a letter of why', '.phone-form input', '送')
  await meter.taps('client book: show the number', '.phone-form .button')
  await shut(meter)
  await meter.opens('open the client card to change it', '.book__panel .button', '改尺码与喜好')
  await meter.types('client card: a letter of a size', '.card-form__sizes input', 'M')
  await meter.types('client card: a letter of a preference', '.card-form__line input', '茶')
  await meter.taps('client card: add it', '.card-form__line .button')
  await meter.taps('client card: take it away', '.card-form__tag')
  await meter.opens('client card: save and go back', '.card-form__go .button')
  await meter.unmetered(() => back(meter))
}

/** Three pieces; the one that was keyed in before is the first of them. */
async function pieces(meter: Meter): Promise<void> {
  await meter.taps('keypad: first piece', '.keypad__key--add')
  await meter.taps('keypad: "5" of another piece', '.keypad__key--d5')
  await meter.taps('keypad: one more piece', '.keypad__key--add')
  await meter.taps('pieces: change one', '.pieces__piece')
  await meter.types('pieces: a letter of its name', '.piece-sheet input', '针')
  await meter.taps('pieces: two of it', '.piece-sheet .stepper__step:last-child')
  await meter.taps('pieces: that is it', '.piece-sheet .button')
  await meter.taps('pieces: remove one', '.pieces__remove')
}

async function booking(meter: Meter): Promise<void> {
  await meter.taps('register: book it', '.keypad__confirm')
  await meter.taps('registered: write a note', '.visit-note .button')
  await meter.types('registered: a letter of the note', '.note-sheet__field textarea', '茶')
  await meter.taps('registered: keep the note', '.note-sheet .button')
  await meter.taps('registered: undo', '.registered .button', '撤销')
  await shut(meter)
  await meter.opens('registered: done, back to the desk', '.registered .button', '完成')
}

async function dayList(meter: Meter): Promise<void> {
  await meter.taps('desk: undo', '.purchase-row__undo')
  await meter.taps('desk: undo it', '.sheet .button')
  await meter.scrolls('desk: to the end of the list')
}

async function refund(meter: Meter): Promise<void> {
  await meter.opens('open a refund', '.purchase-row', '收银台')
  await meter.taps('refund: one more', '.stepper__step:last-child')
  await meter.taps('refund: one less', '.stepper__step:first-child')
  await meter.taps('refund: all', '.refund-lines__all')
  await meter.taps('refund: reason', '.reason-choice__chip', '质量')
  await meter.taps('refund: see what is confirmed', '.refund__go .button')
  await meter.taps('refund: give back', '.sheet .button')
}

/** At the desk of a store that has something to hand over and something to send. */
export async function handOverTaps(meter: Meter, code: string): Promise<void> {
  await meter.unmetered(async () => {
    await (await appears(meter.phone, '.desk-head__ways .button')).tap()
    await (await appears(meter.phone, '.code-sheet input')).fill(code)
  })
  await meter.opens('open a handing over', '.code-sheet .button')
  await meter.taps('hand over: done', '.hand-over__go .button')
  await meter.taps('hand over: undo', '.handed-over .button', '撤销')
  await meter.unmetered(() => back(meter))
  await meter.opens('open what is to be sent', '.desk-news__way', '待寄出')
  await meter.taps('to send: one', '.to-send .button')
  await meter.taps('to send: another carrier', '.send-sheet__carrier:nth-child(2)')
  await meter.types('to send: a digit of the number', '.send-sheet input', '7')
  await meter.unmetered(async () => (await appears(meter.phone, '.send-sheet input')).fill('SF1234567'))
  await meter.taps('to send: sent', '.send-sheet .button')
}
