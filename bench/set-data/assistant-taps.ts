/** What an assistant does at the counter: each kind of touch once. */
import { appears } from '../../tools/screens/touch'
import type { Meter } from './meter'

export async function assistantTaps(meter: Meter): Promise<void> {
  await meter.opened("launch of the assistant's desk")
  await deskSheets(meter)
  await register(meter)
  await dayList(meter)
  await refund(meter)
}

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

async function register(meter: Meter): Promise<void> {
  await meter.opens('scan and open the register', '.desk-head__scan .button')
  for (const key of ['3', '8', '6']) await meter.taps(`keypad: "${key}"`, `.keypad__key--d${key}`)
  await meter.taps('keypad: point', '.keypad__key--point')
  await meter.taps('keypad: one back', '.keypad__key--backspace')
  await meter.taps('register: client book', '.visit-head')
  await meter.taps('register: close the client book', '.sheet__close')
  await meter.taps('register: book it', '.keypad__confirm')
  await meter.taps('registered: write a note', '.visit-note .button')
  await meter.types('registered: a letter of the note', '.note-sheet__field textarea', '茶')
  await meter.taps('registered: keep the note', '.note-sheet .button')
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
