/** The end of a season: told once to who has an honour of it, and the next one begins at nothing. */
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'
import { befriend, buyAs, codeFor, inviteOf, publishFriendOffer } from './invited'
import { mallOfFile, MEMBER } from './mall'
import { nightOf, tick } from './nights'

const mall = mallOfFile()
const nightIn = (days: number) => nightOf(mall(), addDays(mall().today() as BusinessDay, days))

test('a season that is over is told to who has an honour of it, once, and the next one begins at nothing', async () => {
  await publishFriendOffer(mall())
  await mall().join(MEMBER)
  await befriend(mall(), await codeFor(mall(), MEMBER), 1)
  await buyAs(mall(), 1, 20_000)
  await nightIn(8)
  const season = mall().member().inviter?.seasons[0]?.season
  await nightIn(100)
  const told = mall()
    .all<{ kind: string; figures: object }>('notices')
    .filter(({ kind }) => kind === 'season-over')
  expect(told).toMatchObject([{ figures: { season, honour: 'bronze', friends: 1 } }])
  const { honour, certificates, board } = await inviteOf(mall())
  expect([honour.held, honour.friends, board.rows]).toEqual([null, 0, []])
  expect(certificates).toEqual([{ season, honour: 'bronze', friends: 1 }])
  const before = mall().dump()
  await tick(mall().cloud)
  expect(mall().dump()).toEqual(before)
})
