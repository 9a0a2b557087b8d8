/** Owns wx.requestPayment: the cashier's sheet for an order of the local cloud, which takes the money and tells the app's function. */
import type { Phone } from '../phone'
import { askToPay, type Bill, showPaid } from '../screen/cashier'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const API = 'requestPayment'
const NEEDED = ['timeStamp', 'nonceStr', 'package', 'paySign']

interface Cashier extends Bill {
  state: 'waiting' | 'paid' | 'failed' | 'cancelled'
  errMsg?: string
}

export function paymentApis(phone: Phone): ApiGroup {
  return { later: { requestPayment: (options) => pay(phone, options) } }
}

async function pay(phone: Phone, options: Options): Promise<void> {
  for (const name of NEEDED) {
    const given = options[name]
    if (typeof given !== 'string' || !given)
      refuse(`${API}:fail parameter error: parameter.${name} should be String instead of ${typeof given}`)
  }
  const decided = phone.answers.to('payment', API, 'phone.answerPayment')
  const ask = (answer?: string) =>
    phone.network.cloud<Cashier>(`client/${API}`, { package: options.package, answer })
  const bill = await ask()
  if (bill.state !== 'waiting') return end(phone, bill)
  const answer = decided ?? (await askToPay(phone.dialogs, bill))
  const after = await ask(answer)
  if (after.state === 'paid' && decided === null) await showPaid(phone.dialogs, bill)
  end(phone, after)
}

function end(phone: Phone, { state, errMsg }: Cashier): void {
  // What follows a payment may ask for consent to messages, as what follows a touch.
  phone.hand.touched()
  if (state !== 'paid') refuse(errMsg ?? `${API}:fail`)
}
