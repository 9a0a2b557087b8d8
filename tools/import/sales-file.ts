/**
 * The two files of an import: what was bought and what came back, with columns invoice, member, date, time, sku, qty,
 * price (yuan) and country; times are the mall's (UTC+8).
 * Invariant: what is handed on can be sent as it is; everything else is refused with its file and line, before anything is sent.
 */
import { basename } from 'node:path'
import { businessDay, startOfDay } from '../../src/domain/time/business-day'
import { lineAmount } from './line-amount'
import { readTable } from './read-table'
import { refuseInput } from './refusal'

export interface SoldLine {
  readonly sku: string
  readonly quantity: number
  readonly paidFen: number
}

export interface ReturnedLine {
  readonly sku: string
  readonly quantity: number
  /** Yuan for one, as the file has it. */
  readonly price: string
}

export interface Slip<Line> {
  readonly invoice: string
  /** Eight digits. */
  readonly card: string
  /** Minute of its first line, ms UTC. */
  readonly at: number
  readonly lines: Line[]
}

export type SoldSlip = Slip<SoldLine>
export type ReturnedSlip = Slip<ReturnedLine>

export interface Sales {
  readonly slips: readonly SoldSlip[]
  readonly grossFen: number
  readonly lineCount: number
  /** Lines whose price × quantity was no whole number of fen. */
  readonly roundedLines: number
}

const COLUMNS = ['invoice', 'member', 'date', 'time', 'sku', 'qty', 'price', 'country'] as const
const MOST_LINES = 1200
const MOST_QUANTITY = 1_000_000
const MOST_FEN = 9_999_999_999

interface Row {
  readonly place: string
  readonly invoice: string
  readonly card: string
  readonly at: number
  readonly sku: string
  readonly quantity: number
  readonly price: string
}

export async function readSales(file: string): Promise<Sales> {
  const slips = new Map<string, SoldSlip>()
  let [grossFen, lineCount, roundedLines] = [0, 0, 0]
  await readRows(file, (row) => {
    if (row.quantity <= 0)
      throw refuseInput(
        row.place,
        `a quantity of ${row.quantity} in a purchase`,
        'Put what came back into the file of --refunds',
      )
    const { fen: paidFen, rounded } = amountOf(row, row.quantity)
    slipOf(slips, row).lines.push({ sku: row.sku, quantity: row.quantity, paidFen })
    grossFen += paidFen
    lineCount += 1
    if (rounded) roundedLines += 1
  })
  return { slips: inOrder(slips), grossFen, lineCount, roundedLines }
}

export async function readReturns(file: string): Promise<readonly ReturnedSlip[]> {
  const slips = new Map<string, ReturnedSlip>()
  await readRows(file, (row) => {
    if (row.quantity >= 0)
      throw refuseInput(
        row.place,
        `a quantity of ${row.quantity} in a refund`,
        'What comes back has a quantity below zero',
      )
    amountOf(row, -row.quantity)
    slipOf(slips, row).lines.push({ sku: row.sku, quantity: -row.quantity, price: row.price })
  })
  return inOrder(slips)
}

/** By minute, then by invoice number. */
export const inSlipOrder = (a: Slip<unknown>, b: Slip<unknown>): number =>
  a.at - b.at || a.invoice.length - b.invoice.length || (a.invoice < b.invoice ? -1 : 1)

const inOrder = <Line>(slips: Map<string, Slip<Line>>): Slip<Line>[] => [...slips.values()].sort(inSlipOrder)

async function readRows(file: string, onRow: (row: Row) => void): Promise<void> {
  const name = basename(file)
  // The parser's texts are slices of its buffer; one copy of each code keeps that buffer from staying in memory.
  const known = new Map<string, string>()
  const instants = new Map<string, number>()
  const own = (text: string): string => {
    const found = known.get(text)
    if (found !== undefined) return found
    const copy = Buffer.from(text).toString()
    known.set(copy, copy)
    return copy
  }
  await readTable(file, COLUMNS, (values, line) => {
    const [invoice, member, date, time, sku, qty, price] = values as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const place = `${name}:${line}`
    if (!/^[A-Za-z0-9_.-]{1,31}$/.test(invoice))
      throw refuseInput(
        place,
        `"${invoice}" is no invoice number`,
        'Use at most 31 letters, digits, "-", "_" and "."',
      )
    if (!/^\d{1,8}$/.test(member))
      throw refuseInput(place, `"${member}" is no member number`, 'Use at most 8 digits')
    if (sku.length < 1 || sku.length > 32)
      throw refuseInput(place, `"${sku}" is no SKU`, 'Use 1 to 32 characters')
    if (!/^-?\d{1,7}$/.test(qty) || Math.abs(Number(qty)) > MOST_QUANTITY)
      throw refuseInput(place, `"${qty}" is no quantity`, `Use a whole number, at most ${MOST_QUANTITY}`)
    const at = startOf(instants, place, date) + minuteOf(place, time) * 60_000
    onRow({
      place,
      invoice: own(invoice),
      card: own(member.padStart(8, '0')),
      at,
      sku: own(sku),
      quantity: Number(qty),
      price: own(price),
    })
  })
}

function startOf(instants: Map<string, number>, place: string, date: string): number {
  const known = instants.get(date)
  if (known !== undefined) return known
  try {
    const start = startOfDay(businessDay(date))
    instants.set(date, start)
    return start
  } catch {
    throw refuseInput(place, `"${date}" is no date`, 'Write it as 2011-12-09')
  }
}

function minuteOf(place: string, time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!match) throw refuseInput(place, `"${time}" is no time`, 'Write it as 08:26')
  return Number(match[1]) * 60 + Number(match[2])
}

function amountOf(row: Row, quantity: number): { fen: number; rounded: boolean } {
  const amount = lineAmount(row.price, quantity)
  if (!amount) throw refuseInput(row.place, `"${row.price}" is no price`, 'Write yuan as 2.55')
  if (amount.fen > MOST_FEN)
    throw refuseInput(
      row.place,
      'the line comes to more than a till can book',
      `At most ${MOST_FEN / 100} yuan`,
    )
  return amount
}

function slipOf<Line>(slips: Map<string, Slip<Line>>, row: Row): Slip<Line> {
  const { place, invoice, card, at } = row
  const slip: Slip<Line> = slips.get(invoice) ?? { invoice, card, at, lines: [] }
  if (slip.card !== card)
    throw refuseInput(
      place,
      `invoice ${invoice} names two members`,
      'Give each member an invoice number of their own',
    )
  if (slip.lines.length === MOST_LINES)
    throw refuseInput(
      place,
      `invoice ${invoice} has more than ${MOST_LINES} lines`,
      'Split it over two invoice numbers',
    )
  slips.set(invoice, slip)
  return slip
}
