/** An assistant's tasks in words, how far the day has come, and rows that keep their places. */
import type { DoneTaskView, TaskView } from '../../src/contract/task-views'
import { inPlace } from '../../src/pages/assistant/tasks/in-place'
import { doneWords, placeWords, progressOf, taskWords } from '../../src/pages/assistant/tasks/task-words'

/** 16 May 2026, a Saturday. */
const NOW = Date.parse('2026-05-16T06:36:00Z')

const task = (dueOn: string, gapFen = 320_000): TaskView => ({
  taskId: `task:${dueOn}`,
  kind: 'keep-tier',
  dueOn,
  gapFen,
  memberId: 'm',
  name: '沈清和',
  phoneTail: '1003',
  tierName: '金卡',
  material: 'gold',
})

test('a task says how long there is, what is missing and until when', () => {
  expect(taskWords(task('2026-05-28'), NOW)).toEqual({
    tag: '剩 12 天',
    soon: false,
    line: '再消费 ¥3,200，保住金卡',
    until: '到 5 月 28 日为止',
  })
  expect(taskWords(task('2027-01-02', 50), NOW)).toMatchObject({
    line: '再消费 ¥0.50，保住金卡',
    until: '到 2027 年 1 月 2 日为止',
  })
})

test('the last week stands out, and its last two days are named', () => {
  const said = ['2026-05-24', '2026-05-23', '2026-05-18', '2026-05-17', '2026-05-16'].map((day) => {
    const { tag, soon } = taskWords(task(day), NOW)
    return `${tag} ${String(soon)}`
  })
  expect(said).toEqual(['剩 8 天 false', '剩 7 天 true', '剩 2 天 true', '明天截止 true', '今天截止 true'])
})

test('what was done says what came of it, when and how; of a closed account no name is left', () => {
  const done: DoneTaskView = {
    taskId: 'task:a',
    kind: 'keep-tier',
    name: '',
    at: NOW,
    way: 'phone',
    word: 'no-answer',
  }
  expect(doneWords(done)).toEqual({
    name: '已注销的会员',
    line: '等级快到期，没接通',
    at: '14:36 电话',
  })
})

test('the head says where and when, and the ring how much of it is done', () => {
  expect(placeWords('半日书店', NOW)).toBe('5 月 16 日 周六，半日书店')
  expect(progressOf(6, 3, false)).toEqual({ said: '3/9', label: '9 位里问候过 3 位', turn: 120 })
  expect(progressOf(20, 0, true)).toMatchObject({ said: '0/20+', turn: 0 })
  expect(progressOf(0, 0, false).turn).toBe(0)
})

test('rows keep their places: who leaves is hidden, who comes back stands where it was, who is new comes last', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((taskId) => ({ taskId, gap: 1 }))
  if (!a || !b || !c) throw new Error('three rows')
  const drawn = (placed: ReturnType<typeof inPlace<typeof a>>): string =>
    placed.map(({ row, hidden }) => (hidden ? `(${row.taskId})` : row.taskId)).join(' ')
  const first = inPlace([], [a, b])
  const second = inPlace(first, [b])
  expect([drawn(first), drawn(second)]).toEqual(['a b', '(a) b'])
  const third = inPlace(second, [c, b, { ...a, gap: 2 }])
  expect(drawn(third)).toBe('a b c')
  expect(third[0]?.row.gap).toBe(2)
})
