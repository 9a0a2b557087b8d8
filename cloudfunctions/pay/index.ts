/** The function that the platform tells of a payment. */
import { servePay } from '../../src/server/run/serve-pay'
import { paid } from '../../src/server/pay/paid'

export const main = servePay(paid)
