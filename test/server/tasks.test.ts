/** An assistant's tasks: what is still missing, what was noted as done today and how, and taking that back. */
import type { TaskWay, TaskWord } from '../../src/contract/task-views'
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { codeOf, dataOf, kindOf, newOperation } from './cloud'
import { ASSISTANT, COLLEAGUE, mallOfFile, MEMBER, nothingWritten } from './mall'
import { nightOf } from './nights'

const mall = mallOfFile()

const listed = async (openid = ASSISTANT) => dataOf(await mall().ask('assistant', 'tasks', openid, {}))
const finish = (taskId: string, way: TaskWay = 'wechat', word: TaskWord = 'coming') =>
  mall().ask('assistant', 'finish-task', ASSISTANT, { taskId, way, word })
const reopen = (taskId: string, openid = ASSISTANT, operationId = newOperation()) =>
  mall().ask('assistant', 'reopen-task', openid, { taskId }, operationId)

/** The gold term of a member who belongs to the assistant ended yesterday. */
beforeEach(async () => {
  await mall().join(MEMBER)
  await mall().buy(5_200_000, await mall().visit())
  const termEnd = addMonths(mall().today() as BusinessDay, 12)
  await nightOf(mall(), addDays(termEnd, 1), 10)
})

const theTask = async (): Promise<string> => (await listed()).tasks[0]?.taskId ?? 'none'

test('says who works where and how much is missing: what a purchase in grace brings counts at once', async () => {
  // Nothing of the year is left: gold is the whole ¥50,000 away.
  expect(await listed()).toMatchObject({
    assistantName: ASSISTANT,
    storeName: 'store-1',
    tasks: [{ gapFen: 5_000_000 }],
    done: [],
  })
  await mall().receipt('a-part', 1_234_500)
  expect((await listed()).tasks).toMatchObject([{ gapFen: 3_765_500 }])
})

test('who has kept the tier is not listed any more, whatever stands in the store', async () => {
  await mall().receipt('all', 5_000_000)
  expect((await listed()).tasks).toEqual([])
})

test('what is done is told with its way and its word, until the day is over; in 2 looks and the members', async () => {
  const taskId = await theTask()
  const { doneAt: at } = dataOf(await finish(taskId))
  expect(await listed()).toMatchObject({
    tasks: [],
    done: [{ taskId, kind: 'keep-tier', name: MEMBER, at, way: 'wechat', word: 'coming' }],
  })
  expect(mall().lastCalls()).toBeLessThanOrEqual(5)
  expect(codeOf(await mall().ask('assistant', 'tasks', MEMBER, {}))).toBe('role.required')
  dataOf(await finish(taskId, 'phone', 'told'))
  expect((await listed()).done).toMatchObject([{ way: 'wechat', word: 'coming' }])
  await nightOf(mall(), addDays(mall().today() as BusinessDay, 1), 10)
  expect((await listed()).done).toEqual([])
})

test('taken back the same day it is open again; by a colleague, unknown or a day later it is refused', async () => {
  const taskId = await theTask()
  dataOf(await finish(taskId))
  await mall().hire(COLLEAGUE)
  for (const refused of [() => reopen(taskId, COLLEAGUE), () => reopen('task:other')])
    expect(codeOf(await nothingWritten(mall(), refused))).toBe('task.unknown')
  const operation = newOperation()
  expect(kindOf(await reopen(taskId, ASSISTANT, operation))).toBe('new')
  expect(kindOf(await reopen(taskId, ASSISTANT, operation))).toBe('replayed')
  expect(codeOf(await reopen('task:other', ASSISTANT, operation))).toBe('operation.mismatch')
  expect(await listed()).toMatchObject({ tasks: [{ taskId }], done: [] })

  dataOf(await finish(taskId))
  await nightOf(mall(), addDays(mall().today() as BusinessDay, 1), 10)
  expect(codeOf(await nothingWritten(mall(), () => reopen(taskId)))).toBe('task.settled')
})

test('done and taken back by two phones at once it is one or the other', async () => {
  const taskId = await theTask()
  dataOf(await finish(taskId))
  await mall().atOnce('assistant', 2, (n) => (n === 1 ? finish(taskId) : reopen(taskId)))
  const { tasks, done } = await listed()
  expect([...tasks, ...done].map((each) => each.taskId)).toEqual([taskId])
})
