/** Owns WeChat's cashier: what is to be paid, to whom, and the sign that it was paid. */
import type { Dialogs } from './dialogs'
import { button, element } from './elements'

export interface Bill {
  /** what is paid for */
  body: string
  /** whole fen */
  totalFee: number
}

const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`

export function askToPay(dialogs: Dialogs, { body, totalFee }: Bill): Promise<'pay' | 'cancel'> {
  const box = element('div', 'sheet cashier')
  const shown = dialogs.open<'pay' | 'cancel'>('cashier', yuan(totalFee), body, box)
  const close = box.appendChild(button('×', 'close', () => shown.answer('cancel')))
  close.setAttribute('aria-label', '取消支付')
  box.append(element('p', '', dialogs.appName), element('h4', '', yuan(totalFee)))
  for (const [name, value] of [
    ['商品', body],
    ['付款方式', '零钱'],
  ] as const)
    box.appendChild(element('dl', '')).append(element('dt', '', name), element('dd', '', value))
  box.append(button('立即支付', 'main', () => shown.answer('pay')))
  return shown.answered
}

/** What WeChat shows before it goes back to the app. */
export async function showPaid(dialogs: Dialogs, { totalFee }: Bill): Promise<void> {
  const box = element('div', 'sheet cashier paid')
  const shown = dialogs.open<null>('cashier', '支付成功', yuan(totalFee), box)
  box.append(element('i', ''), element('p', '', '支付成功'), element('h4', '', yuan(totalFee)))
  box.append(button('完成', 'main', () => shown.answer(null)))
  await shown.answered
}
