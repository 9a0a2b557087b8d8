/** The work of one night in malls of several sizes in which equally many members are due. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { businessDay } from '../../src/domain/time/business-day'
import { aim, type Table } from '../table'
import { writeMall } from './members'
import { nightOn, type NightFigures } from './night'

export const NIGHT = businessDay('2028-03-15')

export interface Wanted {
  readonly sizes: readonly number[]
  readonly due: number
  readonly functionsDir: string
  readonly env: Record<string, string>
}

const TEMPLATES = { points: { id: 'template-points', fields: { thing1: 'title', number2: 'points' } } }

/** @param say hears what is at work. */
export async function million(
  { sizes, due, functionsDir, env }: Wanted,
  say: (line: string) => void = () => undefined,
): Promise<{ readonly table: Table; readonly figures: readonly NightFigures[] }> {
  const figures: NightFigures[] = []
  for (const members of sizes) {
    const dataDir = mkdtempSync(join(tmpdir(), 'mall-'))
    try {
      say(`${members} members are written …`)
      await writeMall(dataDir, functionsDir, { members, due, night: NIGHT })
      say('the night …')
      const withTemplates = { ...env, SHUKE_TEMPLATES: JSON.stringify(TEMPLATES) }
      figures.push(await nightOn(dataDir, functionsDir, withTemplates, NIGHT))
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  return { table: tableOf(figures, due), figures }
}

const MOST_DIFFERENCE = 0.1
const IDLE_CALLS = 3

function tableOf(figures: readonly NightFigures[], due: number): Table {
  const calls = figures.map((each) => each.calls)
  const [least, most] = [Math.min(...calls), Math.max(...calls)]
  const idle = Math.max(...figures.map(({ idleCalls }) => idleCalls))
  return {
    title: 'A night among a million members',
    words:
      `\`npm run bench:million\`: a generated mall, written straight into the store of the local cloud; ${due} members are due ` +
      'on one night (six of ten reminded, three lose points, the term of one is over), a tenth of all allow a message. The ' +
      'clock runs at one o’clock and at nine until nothing is due. Memory is the whole process, local cloud and functions.',
    columns: [
      'members',
      'steps',
      'notices sent or kept at nine',
      'runs',
      'calls',
      'calls a step',
      's',
      'ms a step',
      'MB',
      'calls when nothing is due',
    ],
    rows: figures.map((each) => {
      const { members: steps = 0, notices = 0 } = each.steps
      return [
        each.members,
        steps,
        notices,
        each.runs,
        each.calls,
        (each.calls / Math.max(1, steps + notices)).toFixed(2),
        (each.ms / 1000).toFixed(1),
        (each.ms / Math.max(1, steps + notices)).toFixed(1),
        each.mostMb,
        each.idleCalls,
      ]
    }),
    aims: [
      aim(
        `as many due members cost the same calls in every mall, ± 10 %: ${least} to ${most}`,
        most - least <= MOST_DIFFERENCE * least,
      ),
      aim(`at most ${IDLE_CALLS} calls a run when nothing is due: ${idle}`, idle <= IDLE_CALLS),
      aim(
        'nothing failed',
        figures.every(({ failed }) => failed === 0),
      ),
    ],
  }
}
