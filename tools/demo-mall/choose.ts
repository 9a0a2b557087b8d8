/**
 * Chooses and condenses the purchases that ship: `tsx tools/demo-mall/choose.ts --data FOLDER`, where the folder holds
 * `online_retail_clean.csv.gz`. Run once; kept so that everybody can see how `purchases.csv` came about.
 * Invariant: a purchase's total is what it was; of its lines the dearest stay as they were, the rest becomes one.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, businessDayOf, mallClockText, type BusinessDay } from '../../src/domain/time/business-day'
import { readSales, type SoldSlip } from '../import/sales-file'
import { DEMO_STORES } from './people'
import { PURCHASE_COLUMNS, PURCHASES_FILE } from './purchases'

/** Whose purchases each invented person is given. */
const CARDS: Readonly<Record<string, string>> = {
  '00013069': 'lu-xiaoman',
  '00017389': 'fang-zhixing',
  '00017511': 'shen-qinghe',
  '00012415': 'pei-qingyue',
  '00014646': 'wen-di',
  '00015769': 'jiang-wanyin',
  '00013777': 'song-zhixu',
  '00015159': 'long-name',
  '00012720': 'lin-xiaoyu',
  '00015922': 'he-yian',
  '00016672': 'zhou-yuan',
  '00015749': 'qiao-anhe',
}
/** Bought more than twelve months before the end, so that its points are gone when it comes back. */
const OLD_PURCHASE = '536537'
const FIRST_DAY = '2010-12-11'
/** Of the one who has not joined, only the last ones. */
const WAITING = { personId: 'zhou-yuan', from: '2011-11-01' }
/** Only the first day's, moved back so far that the tier's term is over and its days of grace run. */
const LAPSING = { personId: 'qiao-anhe', until: '2011-01-11', daysBack: 40 }
/** Of each person the dearest: enough for the tier, few enough to be seeded in a moment. */
const PURCHASES_KEPT = 24
const LINES_KEPT = 2
/** What the rest of a purchase is called on its receipt. */
const REST = '其他商品'

function chosen(slip: SoldSlip): boolean {
  const personId = CARDS[slip.card]
  if (personId === undefined) return false
  const day = businessDayOf(slip.at)
  if (personId === 'he-yian') return slip.invoice === OLD_PURCHASE
  if (personId === LAPSING.personId) return day <= LAPSING.until
  return day >= (personId === WAITING.personId ? WAITING.from : FIRST_DAY)
}

const dayOf = (slip: SoldSlip): BusinessDay => {
  const day = businessDayOf(slip.at)
  return CARDS[slip.card] === LAPSING.personId ? addDays(day, -LAPSING.daysBack) : day
}

const paidFor = (slip: SoldSlip): number => slip.lines.reduce((sum, line) => sum + line.paidFen, 0)

/** The newest is kept in any case, so that the demo ends where the data ends. */
function dearestOf(slips: readonly SoldSlip[], card: string): SoldSlip[] {
  const own = slips.filter((slip) => slip.card === card)
  const newest = own.slice(-1)
  const others = own.slice(0, -1).sort((a, b) => paidFor(b) - paidFor(a))
  return [...newest, ...others.slice(0, PURCHASES_KEPT - 1)]
}

function rowsOf(slip: SoldSlip): string[] {
  const dearest = [...slip.lines].sort((a, b) => b.paidFen - a.paidFen)
  const kept = dearest.slice(0, LINES_KEPT)
  const restFen = dearest.slice(LINES_KEPT).reduce((sum, line) => sum + line.paidFen, 0)
  const lines = restFen > 0 ? [...kept, { sku: REST, quantity: 1, paidFen: restFen }] : kept
  const { storeId } = DEMO_STORES[Number(slip.invoice) % DEMO_STORES.length] as (typeof DEMO_STORES)[number]
  const head = [slip.invoice, CARDS[slip.card], dayOf(slip), mallClockText(slip.at), storeId]
  return lines.map((line) => [...head, line.sku, line.quantity, (line.paidFen / 100).toFixed(2)].join(','))
}

async function main(): Promise<void> {
  const { data } = parseArgs({ options: { data: { type: 'string' } } }).values
  if (!data) throw new Error('give the folder of online_retail_clean.csv.gz with --data')
  const { slips } = await readSales(join(data, 'online_retail_clean.csv.gz'))
  const candidates = slips.filter(chosen)
  const dearest = new Set(Object.keys(CARDS).flatMap((card) => dearestOf(candidates, card)))
  const wanted = candidates.filter((slip) => dearest.has(slip))
  writeFileSync(PURCHASES_FILE, `${[PURCHASE_COLUMNS.join(','), ...wanted.flatMap(rowsOf)].join('\n')}\n`)
  console.log(`${wanted.length} purchases of ${new Set(wanted.map(({ card }) => card)).size} people`)
}

void main()
