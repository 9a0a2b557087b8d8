/**
 * The series of preferred numbers to which `$bucketAuto` rounds its bounds. Invariant: a bound is strictly above what it
 * is rounded up from and strictly below what it is rounded down from; zero stays zero.
 */
import { badRequest } from '../errors'
import type { Value } from '../values/document'
import { nameOfType } from './expression-operands'

export interface Rounding {
  up: (value: number) => number
  down: (value: number) => number
}

const every = (step: number, series: number[]): number[] => series.filter((_unused, i) => i % step === 0)

const R40 = [
  ...[100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280, 300],
  ...[315, 335, 355, 375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850, 900, 950],
]
const R80 = [
  ...[103, 109, 115, 122, 128, 136, 145, 155, 165, 175, 185, 195, 206, 218, 230, 243, 258, 272, 290, 307],
  ...[325, 345, 365, 387, 412, 437, 462, 487, 515, 545, 575, 615, 650, 690, 730, 775, 825, 875, 925, 975],
]
const E24 = [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91]
/** The finer E series are the rounded powers; one number of the norm is not. */
const fineE = (count: number): number[] =>
  Array.from({ length: count }, (_unused, i) => Math.round(100 * 10 ** (i / count))).map((number) =>
    number === 919 ? 920 : number,
  )

const SERIES: Readonly<Record<string, number[]>> = {
  R5: every(8, R40),
  R10: every(4, R40),
  R20: every(2, R40),
  // MongoDB's own list lacks 335.
  R40: R40.filter((number) => number !== 335),
  R80,
  '1-2-5': [10, 20, 50],
  E6: every(4, E24),
  E12: every(2, E24),
  E24,
  E48: fineE(48),
  E96: fineE(96),
  E192: fineE(192),
}

export function roundingTo(granularity: Value): Rounding {
  if (typeof granularity !== 'string')
    throw badRequest(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${nameOfType(granularity)}`,
    )
  if (granularity === 'POWERSOF2') return keepingZero(POWERS_OF_TWO)
  const series = Object.prototype.hasOwnProperty.call(SERIES, granularity) ? SERIES[granularity] : undefined
  if (!series) throw badRequest(`Unknown rounding granularity '${granularity}'`)
  return keepingZero(inSeries(series))
}

const POWERS_OF_TWO: Rounding = {
  up: (value) => 2 ** (Math.floor(Math.log2(value)) + 1),
  down: (value) => 2 ** (Math.ceil(Math.log2(value)) - 1),
}

/** The numbers of a series times a power of ten; as decimal text, which adds nothing binary. */
function inSeries(series: number[]): Rounding {
  const falling = [...series].reverse()
  const times = (number: number, power: number) => Number(`${number}e${power}`)
  return {
    up: (value) => {
      for (let power = Math.floor(Math.log10(value)) - 3; ; power++) {
        const found = series.find((number) => times(number, power) > value)
        if (found !== undefined) return times(found, power)
      }
    },
    down: (value) => {
      for (let power = Math.floor(Math.log10(value)) + 1; ; power--) {
        const found = falling.find((number) => times(number, power) < value)
        if (found !== undefined) return times(found, power)
      }
    },
  }
}

const keepingZero = ({ up, down }: Rounding): Rounding => ({
  up: (value) => (value === 0 || value === Infinity ? value : up(value)),
  down: (value) => (value === 0 || value === Infinity ? value : down(value)),
})

export function roundable(value: Value): number {
  const found = typeof value !== 'number' ? nameOfType(value) : Number.isNaN(value) ? 'NaN' : ''
  if (found)
    throw badRequest(
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found: ${found}`,
    )
  if ((value as number) < 0)
    throw badRequest("$bucketAuto can specify a 'granularity' with non-negative numbers only")
  return value as number
}
