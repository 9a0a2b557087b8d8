/**
 * The demo mall's purchases, moved to the days before today.
 * Invariant: the newest falls on yesterday, and the distances between purchases and their times of day stay as they were.
 */
import { join } from 'node:path'
import { parseYuan } from '../../src/domain/money/yuan-text'
import {
  addDays,
  businessDay,
  businessDayOf,
  daysBetween,
  startOfDay,
  type BusinessDay,
} from '../../src/domain/time/business-day'
import { readTable } from '../import/read-table'
import { refuseInput } from '../import/refusal'

export const PURCHASES_FILE = join(__dirname, 'purchases.csv')
export const PURCHASE_COLUMNS = [
  'invoice',
  'person',
  'date',
  'time',
  'store',
  'sku',
  'qty',
  'amount',
] as const

export interface DemoPurchase {
  readonly receipt: string
  readonly personId: string
  readonly storeId: string
  readonly at: number
  readonly lines: { readonly sku: string; readonly quantity: number; readonly paidFen: number }[]
}

/** Oldest first. */
export async function demoPurchases(now: number, file = PURCHASES_FILE): Promise<DemoPurchase[]> {
  const found = new Map<string, DemoPurchase & { day: BusinessDay; minute: number }>()
  await readTable(file, PURCHASE_COLUMNS, (values, line) => {
    const [receipt = '', personId = '', date = '', time = '', storeId = '', sku = '', qty, amount = ''] =
      values
    const paidFen = parseYuan(amount)
    if (paidFen === null)
      throw refuseInput(`purchases.csv:${line}`, `"${amount}" is no amount`, 'Write yuan as 2.55')
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    const purchase = found.get(receipt) ?? {
      ...{ receipt, personId, storeId, at: 0, lines: [] },
      ...{ day: businessDay(date), minute: hour * 60 + minute },
    }
    purchase.lines.push({ sku, quantity: Number(qty), paidFen })
    found.set(receipt, purchase)
  })
  const all = [...found.values()]
  const newest = all.reduce((last, { day }) => (day > last ? day : last), '' as BusinessDay)
  const shift = daysBetween(newest, addDays(businessDayOf(now), -1))
  return all
    .map(({ day, minute, ...purchase }) => ({
      ...purchase,
      at: startOfDay(addDays(day, shift)) + minute * 60_000,
    }))
    .sort((a, b) => a.at - b.at)
}
