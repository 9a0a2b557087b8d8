/** What the demo mall keeps beside birthdays: the day on which somebody joined, and two days of the year. */
import type { Occasion } from '../../src/domain/occasions/occasion'

export const DEMO_OCCASIONS: readonly Occasion[] = [
  {
    ...{ id: 'joining', name: '入会周年', english: { name: 'Card anniversary' } },
    ...{ on: { anniversary: 'joining' }, gift: { points: 200 } },
  },
  {
    ...{ id: 'spring-festival', name: '春节', greeting: '新岁平安，常来坐坐。', on: { lunar: '01-01' } },
    english: { name: 'Spring Festival', greeting: 'A good new year to you.' },
  },
  {
    ...{ id: 'mid-autumn', name: '中秋', greeting: '月圆，人团圆。', on: { lunar: '08-15' } },
    english: { name: 'Mid-Autumn', greeting: 'A full moon for everybody.' },
  },
]
