/** The words of the inspector, Chinese first. The language is chosen once for a visit; switching opens the page anew. */
const WORDS = {
  title: ['本机的云', 'Local cloud'],
  collections: ['集合', 'Collections'],
  noCollections: ['还没有集合。', 'No collections yet.'],
  activity: ['运行', 'Activity'],
  invocations: ['调用', 'Invocations'],
  messages: ['消息', 'Messages'],
  noMessages: ['还没有消息', 'No messages yet'],
  noMessagesAdvice: [
    '云函数发出的订阅消息会出现在这里。',
    'Subscribe messages that functions send appear here.',
  ],
  leadsTo: ['打开', 'opens'],
  consents: ['还可以发', 'May still be sent'],
  left: ['条', 'left'],
  payments: ['支付', 'Payments'],
  noPayments: ['还没有订单', 'No orders yet'],
  noPaymentsAdvice: [
    '云函数下单以后会出现在这里，可以在这里付款。',
    'Orders of functions appear here, to be paid here.',
  ],
  unpaid: ['待付款', 'To be paid'],
  paid: ['已付款', 'Paid'],
  payFailed: ['付款失败', 'Payment failed'],
  cancelled: ['取消了付款', 'Cancelled'],
  refunded: ['已退', 'Refunded'],
  closed: ['已关闭', 'Closed'],
  unheard: ['没有收下付款结果', 'did not take the result'],
  pay: ['付款', 'Pay'],
  fail: ['付款失败', 'Fail'],
  cancel: ['取消', 'Cancel'],
  notify: ['再通知一次', 'Notify again'],
  timers: ['定时器', 'Timers'],
  files: ['文件', 'Files'],
  where: ['条件', 'Where'],
  whereHint: ['{"field": 1}，或一个 _id', '{"field": 1}, or an _id'],
  order: ['排序', 'Order'],
  find: ['查询', 'Find'],
  indexes: ['索引', 'Indexes'],
  unique: ['唯一', 'unique'],
  more: ['下一页', 'More'],
  shown: ['显示', 'shown'],
  read: ['读了', 'read'],
  nothing: ['没有符合的文档', 'No document meets this'],
  nothingAdvice: ['改一改条件，或清空它看全部。', 'Change the condition, or clear it to see all.'],
  emptyCollection: ['这个集合是空的', 'This collection is empty'],
  emptyAdvice: [
    '云函数写入以后会出现在这里；也可以新建一个。',
    'What functions write appears here; or add one.',
  ],
  add: ['新建文档', 'New document'],
  save: ['保存', 'Save'],
  remove: ['删除', 'Delete'],
  undo: ['撤销', 'Undo'],
  close: ['关闭', 'Close'],
  saved: ['已保存', 'Saved'],
  removed: ['已删除', 'Deleted'],
  undone: ['已撤销', 'Undone'],
  document: ['文档', 'Document'],
  failed: ['没有做成', 'That did not work'],
  noInvocations: ['还没有调用', 'No invocations yet'],
  noInvocationsAdvice: ['云函数一被调用，这里就会出现。', 'They appear as soon as a function is called.'],
  calls: ['次请求', 'requests'],
  call: ['次请求', 'request'],
  logs: ['日志', 'Logs'],
  noLogs: ['没有日志', 'No logs'],
  running: ['进行中', 'running'],
  runNow: ['现在运行', 'Run now'],
  next: ['下一次', 'next'],
  last: ['上一次', 'last'],
  timersOff: ['不会自动触发', 'do not fire by themselves'],
  noTimers: ['没有定时器', 'No timers'],
  noTimersAdvice: [
    '在云函数的 config.json 里写 triggers。',
    'Write triggers into the config.json of a function.',
  ],
  noFiles: ['没有文件', 'No files'],
  noFilesAdvice: ['上传到云存储的文件会出现在这里。', 'Files uploaded to the storage appear here.'],
  clock: ['时间', 'Clock'],
  freeze: ['停住', 'Freeze'],
  run: ['走起来', 'Run'],
  hour: ['+1 小时', '+1 h'],
  day: ['+1 天', '+1 day'],
  now: ['回到现在', 'Now'],
  silent: [
    '云没有应答。它再开着时，这一页会自己接上。',
    'The cloud does not answer. The page connects by itself when it is back.',
  ],
  keys: ['/ 查询　↑↓ 选择　↵ 打开　Esc 返回', '/ query　↑↓ choose　↵ open　Esc back'],
  other: ['EN', '中文'],
} as const satisfies Record<string, readonly [string, string]>

export type Word = keyof typeof WORDS

const KEY = 'inspector/language'
const isChinese = localStorage.getItem(KEY) !== 'en'
document.documentElement.lang = isChinese ? 'zh-CN' : 'en'

export const say = (word: Word): string => WORDS[word][isChinese ? 0 : 1]

export function switchLanguage(): void {
  localStorage.setItem(KEY, isChinese ? 'en' : 'zh')
  location.reload()
}
