/**
 * Stages of the reference that give documents another shape, and the examples of the chapter on aggregation, each with
 * what its page promises.
 */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance } from './environment'
import type { Expressions, Pipeline } from './sdk-surface'

const suite = conformance('guide-reshaping')
const run = async (build: (pipeline: Pipeline, $: Expressions) => Pipeline): Promise<Fields[]> =>
  (await build(suite.documents().aggregate(), suite.command.aggregate).end()).list

const PLAY = { _id: 7, name: 'Gulls', writer: 'Ines', acts: 3, stage: { light: 4, sound: 9, props: 2 } }

describe('project', () => {
  beforeEach(() => suite.given(PLAY))

  it.each<[string, object, object]>([
    [
      'wanted fields, with the _id',
      { name: 1, writer: 1, none: 1 },
      { _id: 7, name: 'Gulls', writer: 'Ines' },
    ],
    ['wanted fields, without the _id', { _id: 0, name: 1, acts: true }, { name: 'Gulls', acts: 3 }],
    ['all but one', { stage: 0, acts: 0 }, { _id: 7, name: 'Gulls', writer: 'Ines' }],
    ['fields of an object, by a path', { _id: 0, 'stage.light': 1 }, { stage: { light: 4 } }],
    ['fields of an object, by an object', { _id: 0, stage: { sound: 1 } }, { stage: { sound: 9 } }],
    ['a list of two fields', { _id: 0, both: ['$acts', '$stage.props'] }, { both: [3, 2] }],
  ])('%s', async (_title, spec, made) => {
    expect(await run((p) => p.project(spec))).toEqual([made])
  })

  it('a sum of three fields of an object', async () => {
    const made = await run((p, $) =>
      p.project({ _id: 0, name: 1, all: $.sum(['$stage.light', '$stage.sound', '$stage.props']) }),
    )
    expect(made).toEqual([{ name: 'Gulls', all: 15 }])
  })
})

describe('replaceRoot', () => {
  beforeEach(() => suite.given(PLAY))

  it('by a field, and by an object that is computed', async () => {
    expect(await run((p) => p.replaceRoot({ newRoot: '$stage' }))).toEqual([{ light: 4, sound: 9, props: 2 }])
    const made = await run((p, $) =>
      p.replaceRoot({ newRoot: { title: $.concat(['$name', ' by ', '$writer']), length: '$acts' } }),
    )
    expect(made).toEqual([{ title: 'Gulls by Ines', length: 3 }])
  })

  it('by a field that is missing is refused', async () => {
    expect((await failureOf(run((p) => p.replaceRoot({ newRoot: '$none' })))).text).toMatch(
      /must evaluate to an object/,
    )
  })
})

describe('group', () => {
  const RUNS = [
    { who: 'kim', club: 'hill', times: [50, 42], won: 3 },
    { who: 'lee', club: 'lake', times: [61], won: 0 },
    { who: 'kim', club: 'hill', times: [50, 48, 44], won: 1 },
    { who: 'moa', club: 'lake', times: [61, 40], won: 5 },
  ]
  beforeEach(() => suite.given(...RUNS))

  it('by one field, counted', async () => {
    const made = await run((p, $) => p.group({ _id: '$who', runs: $.sum(1) }).sort({ _id: 1 }))
    expect(made).toEqual([
      { _id: 'kim', runs: 2 },
      { _id: 'lee', runs: 1 },
      { _id: 'moa', runs: 1 },
    ])
  })

  it('by a field and what is computed of another', async () => {
    const made = await run((p, $) =>
      p.group({ _id: { club: '$club', slowest: $.max('$times') }, won: $.sum('$won') }).sort({ won: 1 }),
    )
    expect(made).toEqual([
      { _id: { club: 'hill', slowest: 50 }, won: 4 },
      { _id: { club: 'lake', slowest: 61 }, won: 5 },
    ])
  })
})

describe('sortByCount', () => {
  beforeEach(() =>
    suite.given(
      { _id: 'a', kind: 'walk', seen: ['fox', 'owl'] },
      { _id: 'b', kind: 'ride', seen: ['owl'] },
      { _id: 'c', kind: 'walk', seen: ['owl', 'elk', 'fox'] },
    ),
  )

  it('a field, and the elements of a list', async () => {
    expect(await run((p) => p.sortByCount('$kind'))).toEqual([
      { _id: 'walk', count: 2 },
      { _id: 'ride', count: 1 },
    ])
    expect(await run((p) => p.unwind('$seen').sortByCount('$seen'))).toEqual([
      { _id: 'owl', count: 3 },
      { _id: 'fox', count: 2 },
      { _id: 'elk', count: 1 },
    ])
  })

  it('a name without $ is refused', async () => {
    expect((await failureOf(run((p) => p.sortByCount('kind')))).text).toMatch(/\$-prefixed path/)
  })
})

describe('unwind', () => {
  const PAINTS = [
    { _id: 'a', tins: ['1 l', '5 l'] },
    { _id: 'b', tins: [] },
    { _id: 'c', tins: null },
    { _id: 'd' },
    { _id: 'e', tins: ['1 l'] },
  ]
  beforeEach(() => suite.given(...PAINTS))

  it('one document for each element; none for null, an empty list and nothing', async () => {
    expect(await run((p) => p.unwind('$tins'))).toEqual([
      { _id: 'a', tins: '1 l' },
      { _id: 'a', tins: '5 l' },
      { _id: 'e', tins: '1 l' },
    ])
  })

  it('with the position in the list', async () => {
    const made = await run((p) => p.unwind({ path: '$tins', includeArrayIndex: 'at' }))
    expect(made.map(({ _id, at }) => [_id, at])).toEqual([
      ['a', 0],
      ['a', 1],
      ['e', 0],
    ])
  })

  it('null and nothing are kept when it is told to', async () => {
    const kept = await run((p) => p.unwind({ path: '$tins', preserveNullAndEmptyArrays: true }))
    expect(kept.filter(({ _id }) => _id !== 'b')).toEqual([
      { _id: 'a', tins: '1 l' },
      { _id: 'a', tins: '5 l' },
      { _id: 'c', tins: null },
      { _id: 'd' },
      { _id: 'e', tins: '1 l' },
    ])
  })

  it('unverified: an empty list that is kept loses its field', async () => {
    const kept = await run((p) => p.unwind({ path: '$tins', preserveNullAndEmptyArrays: true }))
    expect(kept.filter(({ _id }) => _id === 'b')).toEqual([{ _id: 'b' }])
  })
})

describe('the chapter on aggregation', () => {
  beforeEach(() =>
    suite.given(
      { _id: 1, shelf: 'sea', title: 'Reefs', writer: 'Uma', sold: 90, monthly: [30, 60] },
      { _id: 2, shelf: 'sea', title: 'Knots', writer: 'Jon', sold: 40, monthly: [10, 30] },
      { _id: 3, shelf: 'sea', title: 'Tides', writer: 'Jon', sold: 80, monthly: [80] },
      { _id: 4, shelf: 'air', title: 'Kites', writer: 'Eve', sold: 10, monthly: [1, 9] },
    ),
  )

  it('the mean of each kind', async () => {
    const made = await run((p, $) => p.group({ _id: '$shelf', mean: $.avg('$sold') }).sort({ _id: 1 }))
    expect(made).toEqual([
      { _id: 'air', mean: 10 },
      { _id: 'sea', mean: 70 },
    ])
  })

  it('who sold most and least of each kind: group, sort, group', async () => {
    const made = await run((p, $) =>
      p
        .group({ _id: { shelf: '$shelf', writer: '$writer' }, sold: $.sum('$sold') })
        .sort({ sold: -1 })
        .group({
          _id: '$_id.shelf',
          most: $.first('$_id.writer'),
          mostSold: $.first('$sold'),
          least: $.last('$_id.writer'),
          leastSold: $.last('$sold'),
        })
        .sort({ _id: 1 }),
    )
    expect(made).toEqual([
      { _id: 'air', most: 'Eve', mostSold: 10, least: 'Eve', leastSold: 10 },
      { _id: 'sea', most: 'Jon', mostSold: 120, least: 'Uma', leastSold: 90 },
    ])
  })

  it('the mean of a list in each document', async () => {
    const made = await run((p, $) =>
      p.sort({ _id: 1 }).project({ _id: 0, title: 1, mean: $.avg('$monthly') }),
    )
    expect(made.map(({ mean }) => mean)).toEqual([45, 20, 80, 5])
  })

  it('every writer of one kind, once', async () => {
    const made = await run((p) => p.match({ shelf: 'sea' }).group({ _id: '$writer' }).sort({ _id: 1 }))
    expect(made).toEqual([{ _id: 'Jon' }, { _id: 'Uma' }])
  })
})
