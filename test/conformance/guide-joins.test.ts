/** `lookup` between two collections: the examples of the reference and of the chapter on joins. */
import type { Fields } from '../../local/cloud'
import { conformance } from './environment'
import type { Expressions, Pipeline } from './sdk-surface'

const suite = conformance('guide-joins', [], { hasBeside: true })

const SONGS = [
  { _id: 's1', name: 'Harbour Lights', by: 'Ada', minutes: 4 },
  { _id: 's2', name: 'Night Ferry', by: 'Bo', minutes: 6 },
  { _id: 's3', name: 'Low Tide', by: 'Bo', minutes: 3 },
  { _id: 's4', name: null, by: 'Cy', minutes: 2 },
  { _id: 's5', by: 'Di', minutes: 9 },
]
const WISHES = [
  { _id: 1, song: 'Harbour Lights', guests: 5 },
  { _id: 2, song: 'Night Ferry', guests: 2 },
  { _id: 3 },
]

async function joined(
  wishes: object[],
  songs: object[],
  build: (pipeline: Pipeline, $: Expressions) => Pipeline,
): Promise<Fields[]> {
  for (const data of wishes) await suite.documents().add({ data })
  for (const data of songs) await suite.beside().add({ data })
  return (await build(suite.documents().aggregate().sort({ _id: 1 }), suite.command.aggregate).end()).list
}

const bySong = () => ({ from: suite.besideName, localField: 'song', foreignField: 'name', as: 'found' })

describe('lookup by an equal field', () => {
  it('finds what has the value; a missing field finds null and missing ones', async () => {
    const list = await joined(WISHES, SONGS, (p) => p.lookup(bySong()))
    expect(list).toEqual([
      { ...WISHES[0], found: [SONGS[0]] },
      { ...WISHES[1], found: [SONGS[1]] },
      { _id: 3, found: [SONGS[3], SONGS[4]] },
    ])
  })

  it('finds a value in a list of the other collection', async () => {
    const singers = [
      { _id: 1, name: 'Ada' },
      { _id: 2, name: 'Bo' },
    ]
    const songs = [
      { _id: 's1', by: ['Ada'] },
      { _id: 's2', by: ['Bo', 'Ada'] },
    ]
    const spec = { from: suite.besideName, localField: 'name', foreignField: 'by', as: 'sung' }
    const list = await joined(singers, songs, (p) => p.lookup(spec))
    expect(list.map(({ sung }) => sung)).toEqual([songs, [songs[1]]])
  })

  it('overwrites a field of the same name, also in an object', async () => {
    const wishes = [{ _id: 1, song: 'Low Tide', found: 'old', in: { kept: true } }]
    const plain = await joined(wishes, SONGS, (p) =>
      p.lookup(bySong()).lookup({ ...bySong(), as: 'in.songs' }),
    )
    expect(plain).toEqual([{ ...wishes[0], found: [SONGS[2]], in: { kept: true, songs: [SONGS[2]] } }])
  })

  it('becomes one document with what it finds: mergeObjects, replaceRoot, project', async () => {
    const list = await joined(WISHES, SONGS, (p, $) =>
      p
        .lookup(bySong())
        .replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$found', 0]), '$$ROOT']) })
        .project({ found: 0 }),
    )
    expect(list).toEqual([
      { ...SONGS[0], ...WISHES[0] },
      { ...SONGS[1], ...WISHES[1] },
      { ...SONGS[3], _id: 3 },
    ])
  })

  it('then match and the mean of what was found', async () => {
    const singers = [
      { _id: 1, name: 'Ada' },
      { _id: 2, name: 'Bo' },
    ]
    const spec = { from: suite.besideName, localField: 'name', foreignField: 'by', as: 'songs' }
    const list = await joined(singers, SONGS, (p, $) =>
      p
        .lookup(spec)
        .match({ name: 'Bo' })
        .project({ _id: 0, mean: $.avg('$songs.minutes') }),
    )
    expect(list).toEqual([{ mean: 4.5 }])
  })
})

describe('lookup by a pipeline', () => {
  const done = (stages: unknown) => (stages as { done(): unknown[] }).done()

  it('two conditions, one of them no equality', async () => {
    const { expr } = suite.command
    const list = await joined(WISHES.slice(0, 2), SONGS, (p, $) =>
      p.lookup({
        from: suite.besideName,
        let: { song: '$song', guests: '$guests' },
        pipeline: done(
          $.pipeline()
            .match(expr($.and([$.eq(['$name', '$$song']), $.gte(['$minutes', '$$guests'])])))
            .project({ _id: 0, name: 1, by: 1 }),
        ),
        as: 'found',
      }),
    )
    expect(list.map(({ found }) => found)).toEqual([[], [{ name: 'Night Ferry', by: 'Bo' }]])
  })

  it('a query of its own for every document', async () => {
    const list = await joined(WISHES.slice(0, 2), SONGS, (p, $) =>
      p.lookup({
        from: suite.besideName,
        let: { song: '$song' },
        pipeline: done($.pipeline().match({ by: 'Bo' }).sort({ minutes: 1 }).project({ _id: 0, name: 1 })),
        as: 'found',
      }),
    )
    const both = [{ name: 'Low Tide' }, { name: 'Night Ferry' }]
    expect(list.map(({ found }) => found)).toEqual([both, both])
  })

  it('an empty pipeline is the whole collection', async () => {
    const list = await joined(WISHES.slice(0, 1), SONGS, (p) =>
      p.lookup({ from: suite.besideName, pipeline: [], as: 'all' }),
    )
    expect(list).toEqual([{ ...WISHES[0], all: SONGS }])
  })
})
