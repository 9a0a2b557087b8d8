/** What the terminal says: Chinese where the system speaks it, else English. */
import type { Spoken } from '../../local/stage'

const isChinese = (process.env.SHUKE_LANG ?? new Intl.DateTimeFormat().resolvedOptions().locale).startsWith(
  'zh',
)

export const inTerminal = ({ zh, en }: Spoken): string => (isChinese ? zh : en)

/** A start that cannot go on, in words that somebody can act on; everything else that is thrown is a fault. */
export class StartRefusal extends Error {
  constructor(
    readonly reason: Spoken,
    /** What to do. */
    readonly advice: Spoken,
    readonly output = '',
  ) {
    super(reason.en)
  }
}
