/** What the two pages of a result share: an amount that stays on its line. */
const LONG_AMOUNT = 9

export const amountClass = (amount: string): string =>
  amount.length > LONG_AMOUNT ? 'result__amount result__amount--long' : 'result__amount'
