/** A short crash trial; `npm run crash` is the long one. */
import { crash } from '../../tools/trial/crash/run'

test('three kills under a mixed load: nothing acknowledged is lost, nothing is half done, indexes agree', async () => {
  const rounds = await crash({ times: 3, seed: 20_270_101 })
  expect(rounds.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(rounds).toHaveLength(3)
  expect(rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(20)
}, 120_000)
