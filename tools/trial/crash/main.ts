/** `npm run crash -- [--times 50] [--seed N]`: kills the local cloud under load, again and again, and looks what is left. */
import { parseArgs } from 'node:util'
import { crash } from './run'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '50' }, seed: { type: 'string' } },
  })
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  console.log(`seed ${seed}\n`)
  console.log('kill  after ms  acknowledged  cut off  documents  wrong')
  const cell = (value: number, width: number) => String(value).padStart(width)
  const rounds = await crash({
    times: Number(values.times),
    seed,
    onRound: ({ round, livedMs, acknowledged, cutOff, documents, wrong }) => {
      const cells = [
        cell(round, 4),
        cell(livedMs, 8),
        cell(acknowledged, 12),
        cell(cutOff, 7),
        cell(documents, 9),
      ]
      console.log(`${cells.join('  ')}  ${wrong.length || '–'}`)
      for (const line of wrong.slice(0, 10)) console.log(`      ${line}`)
    },
  })
  const acknowledged = rounds.reduce((sum, round) => sum + round.acknowledged, 0)
  const isWell = rounds.every(({ wrong }) => wrong.length === 0)
  console.log(`\n${rounds.length} kills, ${acknowledged} acknowledged writes: ${isWell ? 'ok' : 'FAILED'}`)
  process.exitCode = isWell ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
