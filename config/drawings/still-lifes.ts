/** Still lifes that rewards name, each a file of its own; what lies behind them is drawn in WXSS. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const stillLife = (name: string): string =>
  readFileSync(join(__dirname, 'still-lifes', `${name}.svg`), 'utf8')
