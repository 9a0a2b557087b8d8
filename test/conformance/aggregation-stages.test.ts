/** Every stage of `aggregate()` that the SDK can send, with its result, and what is refused. */
import type { Fields } from '../../local/cloud'
import { failureOf } from '../local/cloud/given-cloud'
import { conformance, idsOf, localOnly } from './environment'
import { type Expressions, type Pipeline, STAGES } from './sdk-surface'

const suite = conformance('stages', [{ name: 'spot', geo: 'spot', fields: [] }])
const DOCUMENTS = [
  { _id: 'a', shelf: 1, price: 10, tags: ['x', 'y'], o: { p: 1, q: 2 }, mate: 'b' },
  { _id: 'b', shelf: 2, price: 25, tags: [], mate: ['a', 'c'] },
  { _id: 'c', shelf: 1, price: 40, tags: ['x'], o: { p: 3 } },
  { _id: 'd', shelf: 2, price: 55, mate: 'nobody' },
]
const done = (stages: unknown) => (stages as { done(): unknown[] }).done()
const run = async (build: (pipeline: Pipeline, $: Expressions) => Pipeline): Promise<Fields[]> =>
  (await build(suite.documents().aggregate(), suite.command.aggregate).end()).list

beforeEach(() => suite.given(...DOCUMENTS))

describe('match, sort, skip, limit, count, sample', () => {
  it('find, order and cut as queries do', async () => {
    const { gt } = suite.command
    expect(
      idsOf(
        await run((p) =>
          p
            .match({ price: gt(10) })
            .sort({ shelf: -1, price: 1 })
            .skip(1)
            .limit(2),
        ),
      ),
    ).toBe('dc')
    expect(await run((p) => p.match({ shelf: 1 }).count('many'))).toEqual([{ many: 2 }])
    expect(await run((p) => p.match({ shelf: 9 }).count('many'))).toEqual([])
    expect(await run((p) => p.sample({ size: 3 }))).toHaveLength(3)
  })

  it('match after another stage sees what that stage made', async () => {
    expect(
      idsOf(await run((p, $) => p.addFields({ double: $.multiply(['$price', 2]) }).match({ double: 50 }))),
    ).toBe('b')
  })

  it('match with an expression compares two fields', async () => {
    const { expr } = suite.command
    expect(idsOf(await run((p, $) => p.match(expr($.gt(['$o.q', '$o.p'])))))).toBe('a')
  })
})

describe('project and addFields', () => {
  it('keep wanted fields, add computed ones, and take unwanted ones away', async () => {
    const one = (spec: object) => run((p) => p.match({ _id: 'a' }).project(spec))
    expect(await one({ price: 1, 'o.p': 1 })).toEqual([{ _id: 'a', price: 10, o: { p: 1 } }])
    expect(await one({ _id: 0, cost: '$price', o: { r: '$o.q' } })).toEqual([{ cost: 10, o: { r: 2 } }])
    expect(await one({ tags: 0, o: 0, mate: 0 })).toEqual([{ _id: 'a', shelf: 1, price: 10 }])
    expect(await one({ _id: 0, both: ['$shelf', '$none'] })).toEqual([{ both: [1, null] }])
  })

  it('add fields in depth and take them away again', async () => {
    const [made] = await run((p, $) =>
      p.match({ _id: 'a' }).addFields({ 'o.r': $.sum(['$o.p', '$o.q']), tags: '$$REMOVE', word: 'plain' }),
    )
    expect(made).toEqual({ _id: 'a', shelf: 1, price: 10, o: { p: 1, q: 2, r: 3 }, mate: 'b', word: 'plain' })
  })

  it('a mix of wanted and unwanted fields is refused', async () => {
    expect((await failureOf(run((p) => p.project({ a: 1, b: 0 })))).text).toMatch(/exclu/)
  })
})

describe('group', () => {
  const byShelf = (fields: object) =>
    run((p) =>
      p
        .sort({ price: 1 })
        .group({ _id: '$shelf', ...fields })
        .sort({ _id: 1 }),
    )

  it.each<[string, ($: Expressions) => unknown, unknown[]]>([
    ['sum', ($) => $.sum('$price'), [50, 80]],
    ['sum of one', ($) => $.sum(1), [2, 2]],
    ['avg', ($) => $.avg('$price'), [25, 40]],
    ['avg of nothing', ($) => $.avg('$none'), [null, null]],
    ['first', ($) => $.first('$_id'), ['a', 'b']],
    ['last', ($) => $.last('$_id'), ['c', 'd']],
    ['last of nothing', ($) => $.last('$none'), [null, null]],
    ['max', ($) => $.max('$price'), [40, 55]],
    ['min', ($) => $.min('$price'), [10, 25]],
    ['push', ($) => $.push('$o.p'), [[1, 3], []]],
    [
      'push of objects',
      ($) => $.push({ id: '$_id' }),
      [
        [{ id: 'a' }, { id: 'c' }],
        [{ id: 'b' }, { id: 'd' }],
      ],
    ],
    ['addToSet', ($) => $.addToSet('$shelf'), [[1], [2]]],
    ['mergeObjects', ($) => $.mergeObjects('$o'), [{ p: 3, q: 2 }, {}]],
    ['stdDevPop', ($) => $.stdDevPop('$price'), [15, 15]],
    ['stdDevSamp', ($) => $.stdDevSamp('$price'), [21.213203435596427, 21.213203435596427]],
    ['an expression inside', ($) => $.sum($.cond([$.gt(['$price', 30]), 1, 0])), [1, 1]],
  ])('%s', async (_title, accumulator, values) => {
    const groups = await byShelf({ value: accumulator(suite.command.aggregate) })
    expect(groups.map(({ value }) => value)).toEqual(values)
  })

  it('by nothing, by an object, and by a missing field', async () => {
    expect(await run((p, $) => p.group({ _id: null, n: $.sum(1) }))).toEqual([{ _id: null, n: 4 }])
    const pairs = await run((p) => p.group({ _id: { shelf: '$shelf', p: '$o.p' } }).sort({ _id: 1 }))
    expect(pairs.map(({ _id: key }) => key)).toEqual([{ shelf: 1, p: 1 }, { shelf: 1, p: 3 }, { shelf: 2 }])
    expect(await run((p, $) => p.group({ _id: '$o.p', n: $.sum(1) }).sort({ _id: 1 }))).toEqual([
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
      { _id: 3, n: 1 },
    ])
  })

  it('without _id, or with a field that is no accumulator, is refused', async () => {
    expect((await failureOf(run((p, $) => p.group({ n: $.sum(1) })))).text).toMatch(/must include an _id/)
    expect((await failureOf(run((p) => p.group({ _id: null, n: '$price' })))).text).toMatch(
      /must be an accumulator/,
    )
  })
})

describe('bucket, bucketAuto, sortByCount', () => {
  it('bucket: by bounds, the lower one included, the rest by default', async () => {
    const buckets = await run((p, $) =>
      p.bucket({
        groupBy: '$price',
        boundaries: [0, 25, 50],
        default: 'more',
        output: { ids: $.push('$_id') },
      }),
    )
    expect(buckets).toEqual([
      { _id: 0, ids: ['a'] },
      { _id: 25, ids: ['b', 'c'] },
      { _id: 'more', ids: ['d'] },
    ])
    const { text } = await failureOf(run((p) => p.bucket({ groupBy: '$price', boundaries: [0, 25] })))
    expect(text).toMatch(/could not find a matching branch/)
  })

  it('bucketAuto: as many as wanted, about the same size', async () => {
    expect(await run((p) => p.bucketAuto({ groupBy: '$price', buckets: 2 }))).toEqual([
      { _id: { min: 10, max: 40 }, count: 2 },
      { _id: { min: 40, max: 55 }, count: 2 },
    ])
  })

  it('sortByCount: the most frequent first', async () => {
    expect(await run((p) => p.unwind('$tags').sortByCount('$tags'))).toEqual([
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ])
  })
})

describe('unwind and replaceRoot', () => {
  it('one document for each element', async () => {
    expect(await run((p) => p.unwind('$tags').project({ tags: 1 }))).toEqual([
      { _id: 'a', tags: 'x' },
      { _id: 'a', tags: 'y' },
      { _id: 'c', tags: 'x' },
    ])
  })

  it('with its position, and with those that have none', async () => {
    const unwound = await run((p) =>
      p
        .unwind({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, at: 1 }),
    )
    expect(unwound).toEqual([
      { _id: 'a', tags: 'x', at: 0 },
      { _id: 'a', tags: 'y', at: 1 },
      { _id: 'b', at: null },
      { _id: 'c', tags: 'x', at: 0 },
      { _id: 'd', at: null },
    ])
  })

  it('a part of a document becomes the document', async () => {
    expect(await run((p) => p.match({ _id: 'a' }).replaceRoot({ newRoot: '$o' }))).toEqual([{ p: 1, q: 2 }])
    const { text } = await failureOf(run((p) => p.replaceRoot({ newRoot: '$o' })))
    expect(text).toMatch(/'newRoot' expression must evaluate to an object/)
  })
})

describe('lookup', () => {
  const mates = async (build: (pipeline: Pipeline, $: Expressions) => Pipeline) =>
    (await run((p, $) => build(p.sort({ _id: 1 }), $))).map(({ found }) => idsOf(found as Fields[]))

  it('by an equal field; an array gives all its elements, a missing field counts as null', async () => {
    const spec = { from: suite.name, localField: 'mate', foreignField: '_id', as: 'found' }
    expect(await mates((p) => p.lookup(spec))).toEqual(['b', 'ac', '', ''])
    const byMissing = { from: suite.name, localField: 'none', foreignField: 'o', as: 'found' }
    expect(await mates((p) => p.lookup(byMissing))).toEqual(['bd', 'bd', 'bd', 'bd'])
  })

  it('by a pipeline that sees values of the outer document', async () => {
    const { expr } = suite.command
    const dearer = ($: Expressions) =>
      $.pipeline()
        .match(expr($.and([$.eq(['$shelf', '$$shelf']), $.gt(['$price', '$$price'])])))
        .project({ price: 1 })
    expect(
      await mates((p, $) =>
        p.lookup({
          from: suite.name,
          let: { shelf: '$shelf', price: '$price' },
          pipeline: done(dearer($)),
          as: 'found',
        }),
      ),
    ).toEqual(['c', 'd', '', ''])
  })

  it('by a pipeline without conditions, each the whole', async () => {
    const pipeline = done(suite.command.aggregate.pipeline().sort({ price: -1 }).limit(1))
    expect(await mates((p) => p.lookup({ from: suite.name, pipeline, as: 'found' }))).toEqual([
      'd',
      'd',
      'd',
      'd',
    ])
  })
})

describe('geoNear', () => {
  localOnly('sorts by distance and tells it', async () => {
    const { Point } = suite.db.Geo
    await suite.given(
      { _id: 'n', spot: Point(113.3, 23.2) },
      { _id: 's', spot: Point(113.3, 23.1) },
      { _id: 'l', spot: Point(113.31, 23.1) },
    )
    const { list } = await suite
      .documents()
      .aggregate()
      .geoNear({
        distanceField: 'metres',
        spherical: true,
        near: Point(113.3, 23.1),
        maxDistance: 20_000,
        query: { _id: suite.command.neq('l') },
        key: 'spot',
        distanceMultiplier: 0.001,
        includeLocs: 'where',
      })
      .end()
    expect(list).toMatchObject([
      { _id: 's', metres: 0 },
      { _id: 'n', where: { type: 'Point' } },
    ])
    expect(list[1]?.['metres']).toBeCloseTo(11.13, 1)
  })
})

describe('a stage', () => {
  it.each<[string, (pipeline: Pipeline) => Pipeline, RegExp]>([
    ['limit of nothing', (p) => p.limit(0), /must be positive/],
    ['skip below zero', (p) => p.skip(-1), /non-negative/],
    ['sort up or down', (p) => p.sort({ price: 2 }), /must be 1 \(for ascending\) or -1/],
    ['unwind without a dollar', (p) => p.unwind('tags'), /prefixed with a '\$'/],
    [
      'geoNear after another',
      (p) => p.limit(1).geoNear({ near: suite.db.Geo.Point(0, 0), distanceField: 'd', key: 'spot' }),
      /first stage/,
    ],
    [
      'bucket with bounds in disorder',
      (p) => p.bucket({ groupBy: '$price', boundaries: [5, 1] }),
      /sorted in ascending order/,
    ],
  ])('is refused: %s', async (_title, build, text) => {
    expect((await failureOf(run(build))).text).toMatch(text)
  })

  it('that the SDK names but cannot send is an error of the SDK', () => {
    const unsendable = STAGES.filter((stage) => {
      try {
        suite.documents().aggregate()[stage]({})
        return false
      } catch (error) {
        return /is not a function/.test((error as Error).message)
      }
    })
    expect(unsendable).toEqual(['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact'])
  })

  it('does not change what is stored', async () => {
    await run((p) => p.addFields({ 'o.p': 99, tags: ['z'] }).unwind('$tags'))
    expect(await suite.stored('a')).toEqual(DOCUMENTS[0])
  })
})
