/** An assistant's tasks: from the desk to the list, to the member's book, noted as done, taken back. */
import { addDays, addMonths, type BusinessDay } from '../../src/domain/time/business-day'
import { ASSISTANT, MEMBER } from '../server/mall'
import { nightOf } from '../server/nights'
import { mallWithPhones } from './mall-with-phones'

const DESK = '/pages/assistant/desk/index'

const { mall, phone } = mallWithPhones()

const states = () =>
  mall()
    .all<{ state: string; done?: { way: string; word: string } }>('tasks')
    .map(({ state, done }) => [state, done?.way, done?.word])

test('who is about to lose a tier stands at the desk; the book is a touch away, what was said is noted, and taken back', async () => {
  await mall().join(MEMBER)
  await mall().buy(5_200_000, await mall().visit())
  await nightOf(mall(), addDays(addMonths(mall().today() as BusinessDay, 12), 1), 10)
  const assistant = await phone(ASSISTANT, { entry: DESK })
  await assistant.tapWords('.desk-news__way', '今日关怀，还有 1 位')
  await assistant.isOn('pages/assistant/tasks/index')
  await assistant.reads('.tasks__greeting', '还有 1 位等您问候')
  await assistant.reads('.task', /剩 29 天[\s\S]*再消费 ¥50,000，保住金卡/)
  await assistant.tap('.task__who')
  await assistant.isOn('pages/assistant/own-member/index')
  await assistant.reads('.book', '会员不在场')
  await assistant.back()
  await assistant.tap('.task__note')
  await assistant.tapWords('.done-sheet__chip', '电话')
  await assistant.tapWords('.done-sheet__chip', '已约下次')
  await assistant.tapWords('.done-sheet .button', '完成这一件')
  await assistant.reads('.done-task', /等级快到期，已约下次[\s\S]*电话/)
  await assistant.reads('.tasks__greeting', '今天的都问候过了')
  expect(states()).toEqual([['done', 'phone', 'coming']])
  await assistant.tap('.done-task__undo')
  await assistant.reads('.tasks__greeting', '还有 1 位等您问候')
  await assistant.reads('.task', '保住金卡')
  expect(states()).toEqual([['open', undefined, undefined]])
})
