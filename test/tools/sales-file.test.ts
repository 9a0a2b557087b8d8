/** Files of sales are read exactly or refused with the place of the fault. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { lineAmount } from '../../tools/import/line-amount'
import { readReturns, readSales } from '../../tools/import/sales-file'

const HEADER = 'invoice,member,date,time,sku,qty,price,country'
const folder = mkdtempSync(join(tmpdir(), 'shuke-sales-'))

function file(rows: string[], header = HEADER): string {
  const path = join(folder, 'sales.csv')
  writeFileSync(path, [header, ...rows, ''].join('\n'))
  return path
}

describe('a line’s amount', () => {
  test.each([
    ['2.55', 6, 1530, false],
    ['0.1', 3, 30, false],
    ['12', 2, 2400, false],
    ['0.125', 8, 100, false],
    ['0.125', 1, 13, true],
    ['0.123', 1, 12, true],
  ])('%s × %i is %i fen', (price, quantity, fen, rounded) => {
    expect(lineAmount(price, quantity)).toEqual({ fen, rounded })
  })

  test.each(['', '-1', '1,5', 'abc', '1.'])('"%s" is no price', (price) => {
    expect(lineAmount(price, 1)).toBeNull()
  })
})

describe('a file of purchases', () => {
  test('lines of an invoice are one purchase at the minute of the first, in the order of time and number', async () => {
    const rows = [
      '12,7,2011-01-02,08:00,b,1,1.00,X',
      '9,12345,2011-01-02,08:00,a,2,2.50,X',
      '12,7,2011-01-02,08:01,c,1,0.50,X',
      '30,7,2011-01-01,23:59,c,1,0.50,X',
    ]
    const { slips, grossFen, lineCount } = await readSales(file(rows))
    expect(slips.map(({ invoice }) => invoice)).toEqual(['30', '9', '12'])
    expect(slips[2]).toEqual({
      invoice: '12',
      card: '00000007',
      at: Date.parse('2011-01-02T08:00:00+08:00'),
      lines: [
        { sku: 'b', quantity: 1, paidFen: 100 },
        { sku: 'c', quantity: 1, paidFen: 50 },
      ],
    })
    expect([grossFen, lineCount]).toEqual([700, 4])
  })

  test('a packed file and columns in another order are read alike', async () => {
    const path = join(folder, 'sales.csv.gz')
    writeFileSync(
      path,
      gzipSync('sku,qty,price,country,invoice,member,date,time\nb,1,1.00,X,12,7,2011-01-02,08:00\n'),
    )
    expect((await readSales(path)).grossFen).toBe(100)
  })

  test.each([
    ['a missing column', ['1,2'], 'invoice,member', /sales\.csv:1: column "date" is missing/],
    ['a short line', ['1,7,2011-01-02,08:00,b,1'], HEADER, /sales\.csv:2: no value for "price"/],
    ['a day that does not exist', ['1,7,2011-02-30,08:00,b,1,1,X'], HEADER, /:2: "2011-02-30" is no date/],
    ['a time that does not exist', ['1,7,2011-02-03,24:00,b,1,1,X'], HEADER, /:2: "24:00" is no time/],
    [
      'a quantity below zero',
      ['1,7,2011-02-03,08:00,b,-1,1,X'],
      HEADER,
      /:2: a quantity of -1 in a purchase.*--refunds/,
    ],
    ['a quantity of nothing', ['1,7,2011-02-03,08:00,b,0,1,X'], HEADER, /:2: a quantity of 0/],
    ['a broken quantity', ['1,7,2011-02-03,08:00,b,1.5,1,X'], HEADER, /:2: "1\.5" is no quantity/],
    ['a price in words', ['1,7,2011-02-03,08:00,b,1,free,X'], HEADER, /:2: "free" is no price/],
    ['a member in words', ['1,me,2011-02-03,08:00,b,1,1,X'], HEADER, /:2: "me" is no member number/],
    [
      'an invoice of two members',
      ['1,7,2011-02-03,08:00,b,1,1,X', '1,8,2011-02-03,08:00,b,1,1,X'],
      HEADER,
      /:3: invoice 1 names two members/,
    ],
  ])('%s is refused with its place', async (_, rows, header, message) => {
    await expect(readSales(file(rows, header))).rejects.toThrow(message)
  })

  test('an empty and a missing file are refused', async () => {
    await expect(readSales(file([], ''))).rejects.toThrow(/the file is empty/)
    await expect(readSales(join(folder, 'none.csv'))).rejects.toThrow(/there is no such file/)
  })

  test('a refund that gives something away is refused', async () => {
    await expect(readReturns(file(['C1,7,2011-02-03,08:00,b,1,1,X']))).rejects.toThrow(
      /:2: a quantity of 1 in a refund/,
    )
  })
})
