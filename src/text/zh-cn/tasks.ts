/** Words of the assistant's tasks, in Simplified Chinese: facts and actions, for staff. */
import type { TaskView, TaskWay, TaskWord } from '../../contract/task-views'

interface KindWords {
  readonly title: string
  /** What would help. */
  readonly line: (task: { readonly tier: string; readonly gap: string }) => string
  readonly done: string
}

export const TASKS_TEXT = {
  title: '今日关怀',
  loading: '正在取要关怀的会员',
  waiting: (name: string, count: string) => `${name}，还有 ${count} 位等您问候`,
  allDone: (name: string) => `${name}，今天的都问候过了`,
  place: (day: string, weekday: string, store: string) => `${day} ${weekday}，${store}`,
  ring: (done: number, all: string) => `${done}/${all}`,
  ringLabel: (done: number, all: string) => `${all} 位里问候过 ${done} 位`,
  count: (count: string) => `${count} 位`,
  left: (days: number) => `剩 ${days} 天`,
  lastDay: '今天截止',
  dayBefore: '明天截止',
  kinds: {
    'keep-tier': {
      title: '等级快到期',
      line: ({ tier, gap }) => `再消费 ${gap}，保住${tier}`,
      done: '等级快到期',
    },
  } satisfies Record<TaskView['kind'], KindWords>,
  by: (day: string) => `到 ${day}为止`,
  rowLabel: (name: string, tag: string, line: string) => `${name}，${tag}，${line}，看本店记录`,
  note: (name: string) => `记一笔，${name}`,
  more: '做完这些，后面的会接着出来',
  doneTitle: '已完成',
  doneLine: (kind: string, word: string) => `${kind}，${word}`,
  doneAt: (time: string, way: string) => `${time} ${way}`,
  undo: '撤回',
  undoLabel: (name: string) => `撤回，${name}还没有问候`,
  gone: '已注销的会员',
  emptyTitle: '没有要关怀的会员',
  emptyAdvice: '名下会员的等级快保不住时，会列在这里',

  sheetTitle: (name: string) => `记一笔：${name}`,
  way: '怎么联系的',
  ways: { wechat: '微信', phone: '电话', visit: '到店' } satisfies Record<TaskWay, string>,
  word: '说得怎么样',
  words: {
    told: '说到了',
    coming: '已约下次',
    'no-answer': '没接通',
    'leave-be': '不再打扰',
  } satisfies Record<TaskWord, string>,
  confirm: '完成这一件',
  running: '正在记',
  unknown: '没有等到答复，不知道记下了没有。再按一次不会重复记。',
  undoUnknown: '没有等到答复，不知道撤回了没有。再按一次不会重复撤回。',
} as const
