/** The night in a generated mall, small enough for every day: as many due members cost the same in a mall of any size. */
import { million } from '../../bench/million/million'
import { FOLDER_VARIABLE } from '../server/bundle-once'
import { SECRET } from '../server/cloud'

test('a night costs what is due and not what is there', async () => {
  const functionsDir = process.env[FOLDER_VARIABLE] ?? 'dist/cloudfunctions'
  const wanted = { sizes: [100, 1_000], due: 40, functionsDir, env: { SHUKE_SECRET: SECRET } }
  const { table, figures } = await million(wanted)
  expect(table.aims.filter(({ met }) => !met)).toEqual([])
  // Of 40 due, 24 are reminded and 4 terms end: all of them are told; of every tenth member a message leaves.
  expect(figures.map(({ members, steps }) => [members, steps.members])).toEqual([
    [100, 40],
    [1_000, 40],
  ])
  const [few, many] = figures.map(({ calls }) => calls)
  expect(few).toBeGreaterThan(40 * 5)
  expect(many).toBeLessThanOrEqual((few ?? 0) * 1.1)
})
