/** The end of a term: judged, written down, told, and while there is grace a task; by the night or by who books before it. */
import type { BusinessDay } from '../../src/domain/time/business-day'
import { addDays, addMonths } from '../../src/domain/time/business-day'
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { ASSISTANT, COLLEAGUE, DAY, mallOfFile, MEMBER, nothingWritten } from './mall'
import { dayCalls, nightOf } from './nights'

const mall = mallOfFile()
let bought: BusinessDay
const termEnd = () => addMonths(bought, 12)
const graceEnd = () => addDays(termEnd(), 30)
const told = () =>
  mall()
    .all<{ kind: string; figures: object; state: string }>('notices')
    .filter(({ kind }) => kind.startsWith('tier'))
    .map(({ kind, figures }) => [kind, figures])
const log = () => (mall().member().tierLog ?? []).map(({ because, from, to }) => `${because} ${from} ${to}`)
const taskIds = () =>
  mall()
    .all<{ _id: string }>('tasks')
    .map(({ _id }) => _id)

beforeEach(async () => {
  await mall().join(MEMBER)
  // ¥52,000 at the counter: gold, and the member belongs to the assistant.
  await mall().buy(5_200_000, await mall().visit())
  bought = mall().today() as BusinessDay
})

test('a term that falls short: 30 days of grace with a task, then one level down; in 7 calls, one for the points that end that day, and 5', async () => {
  await nightOf(mall(), termEnd())
  await nightOf(mall(), addDays(termEnd(), 1))
  expect(dayCalls(mall())).toBe(7)
  expect(mall().member().account.standing).toMatchObject({ tierId: 'gold', graceEndsOn: graceEnd() })
  expect(told()).toEqual([['tier-grace', { tierId: 'gold', until: graceEnd() }]])
  expect(taskIds()).toEqual([`task:keep-tier:${mall().member()._id}:${termEnd()}`])
  await nightOf(mall(), addDays(graceEnd(), 1))
  expect(dayCalls(mall())).toBe(5)
  expect(mall().member().account.standing).toMatchObject({ tierId: 'silver', graceEndsOn: null })
  expect(log()).toEqual(['term gold silver', 'grace gold gold', 'purchase basic gold'])
  expect(told()).toContainEqual(['tier-lapsed', { tierId: 'silver', from: 'gold' }])
  const history = dataOf(await mall().ask('member', 'growth', MEMBER)).history
  expect(history.map(({ what }) => what)).toEqual(['lapsed', 'upgraded', 'joined'])
})

test('a term that is paid for is renewed and told', async () => {
  // ¥47,000 inside the year and ¥5,000 on the last day, when the ¥52,000 of a year ago count no more.
  mall().cloud.clock.shift(300 * DAY)
  await mall().receipt('more', 4_700_000)
  mall().cloud.clock.shift(66 * DAY)
  expect(mall().today()).toBe(termEnd())
  await mall().receipt('last-day', 500_000)
  await nightOf(mall(), addDays(termEnd(), 1))
  expect(log()[0]).toBe('term gold gold')
  expect(told()).toEqual([['tier-kept', { tierId: 'gold', until: addMonths(termEnd(), 12) }]])
  expect(taskIds()).toEqual([])
})

test('who buys before the late clock has the same log, notices and task', async () => {
  const late = addDays(termEnd(), 4)
  mall().cloud.clock.shift(369 * DAY)
  expect(mall().today()).toBe(late)
  await mall().receipt('in-grace', 5_000_000)
  expect(log()).toEqual(['purchase gold gold', 'grace gold gold', 'purchase basic gold'])
  await nightOf(mall(), addDays(late, 1))
  expect(told().sort()).toEqual([
    ['tier-grace', { tierId: 'gold', until: graceEnd() }],
    ['tier-kept', { tierId: 'gold', until: addMonths(late, 12) }],
  ])
  expect(taskIds()).toEqual([`task:keep-tier:${mall().member()._id}:${termEnd()}`])
  expect(log()).toEqual(['purchase gold gold', 'grace gold gold', 'purchase basic gold'])
})

describe('who buys in the days of grace', () => {
  const late = () => addDays(termEnd(), 4)
  const openTasks = async () => dataOf(await mall().ask('assistant', 'tasks', ASSISTANT, {})).tasks

  beforeEach(async () => {
    await nightOf(mall(), addDays(termEnd(), 1))
    await nightOf(mall(), late(), 10)
    expect(await openTasks()).toHaveLength(1)
    await mall().receipt('in-grace', 5_000_000)
    expect(await openTasks()).toEqual([])
  })

  test('is told the next morning, in 5 calls, that the tier is kept; the task is open no more', async () => {
    await nightOf(mall(), addDays(late(), 1))
    expect(dayCalls(mall())).toBe(5)
    expect(told()).toContainEqual(['tier-kept', { tierId: 'gold', until: addMonths(late(), 12) }])
    expect(await openTasks()).toEqual([])
  })

  test('and brings it back the same day is told nothing, and the task is open again', async () => {
    const back = { receipt: 'back', purchase: 'in-grace', lines: [{ line: 0, quantity: 1 }] }
    dataOf(await mall().till('refund', mall().till1, back))
    expect(await openTasks()).toHaveLength(1)
    await nightOf(mall(), addDays(late(), 1))
    expect(told()).toEqual([['tier-grace', { tierId: 'gold', until: graceEnd() }]])
  })
})

test('two terms that nobody looked at are told in order by one late run', async () => {
  await nightOf(mall(), addDays(addMonths(graceEnd(), 12), 40))
  expect(mall().member().account.standing).toMatchObject({ tierId: 'basic' })
  expect(
    told()
      .map(([kind]) => kind)
      .sort(),
  ).toEqual(['tier-grace', 'tier-grace', 'tier-lapsed', 'tier-lapsed'])
  expect(log()).toEqual([
    'term silver basic',
    'grace silver silver',
    'term gold silver',
    'grace gold gold',
    'purchase basic gold',
  ])
})

describe('the task', () => {
  const done = (taskId = '') => ({ taskId, way: 'phone', word: 'told' }) as const
  const list = async (openid = ASSISTANT) => dataOf(await mall().ask('assistant', 'tasks', openid, {})).tasks

  beforeEach(() => nightOf(mall(), addDays(termEnd(), 1)))

  test('is listed to whom the member belongs, until it is done', async () => {
    await mall().hire(COLLEAGUE)
    const [task, ...others] = await list()
    expect(task).toMatchObject({ kind: 'keep-tier', dueOn: graceEnd(), tierName: '金卡', phoneTail: '0001' })
    expect([others, await list(COLLEAGUE)]).toEqual([[], []])
    const finish = (openid: string, operationId?: string) =>
      mall().ask('assistant', 'finish-task', openid, done(task?.taskId), operationId)
    const refused = await nothingWritten(mall(), () => finish(COLLEAGUE))
    expect(codeOf(refused)).toBe('task.unknown')
    const operation = newOperation()
    expect(kindOf(await finish(ASSISTANT, operation))).toBe('new')
    expect(kindOf(await finish(ASSISTANT, operation))).toBe('replayed')
    const other = await mall().ask('assistant', 'finish-task', ASSISTANT, done('task:other'), operation)
    expect(codeOf(other)).toBe('operation.mismatch')
    expect(await list()).toEqual([])
  })

  test('done twice at once is done once; after its last day it is no longer listed', async () => {
    const [task] = await list()
    const input = done(task?.taskId)
    const answers = await mall().atOnce('assistant', 2, () =>
      mall().ask('assistant', 'finish-task', ASSISTANT, input),
    )
    const times = answers.map((answer) => dataOf(answer).doneAt)
    expect(
      mall()
        .all<{ done: { at: number } }>('tasks')
        .map((each) => each.done.at),
    ).toEqual([Math.min(...times)])
    expect(codeOf(await mall().ask('assistant', 'tasks', MEMBER, {}))).toBe('role.required')
  })

  test('is not listed after its last day', async () => {
    await nightOf(mall(), addDays(graceEnd(), 1))
    expect(await list()).toEqual([])
  })
})
