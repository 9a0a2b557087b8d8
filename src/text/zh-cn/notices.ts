/** The words of the notices page and of the settings of messages. What a notice says is in `messages.ts`. */
import type { MessageClass, TemplateName } from '../../domain/messages/kinds'

export const NOTICES_TEXT = {
  title: '通知',
  unread: '未读',
  emptyTitle: '还没有通知',
  emptyAdvice: '积分到期、等级变化、礼物到账，都会写在这里。',
  toHome: '回到会员卡',
  more: '看更早的',
  moreFailed: '没有取到，再试一次',
  fetching: '正在取',
  end: '没有更早的了',
  settings: '消息设置',
  label: (unread: boolean, title: string, line: string) =>
    unread ? `未读，${title}，${line}` : `${title}，${line}`,
}

const classes: Record<MessageClass, { readonly title: string; readonly means: string }> = {
  service: { title: '会员服务', means: '消费与退款、积分到期、等级变化、礼物与兑换到期前的提醒' },
  care: { title: '生日与周年', means: '生日、入会周年的问候' },
  commercial: { title: '优惠与活动', means: '一周最多两条，还要您同意把资料用于优惠' },
}

const templates: Record<TemplateName, string> = {
  change: '消费与退款',
  points: '积分变动',
  tier: '等级变化',
  gift: '礼物与卡券',
  pickup: '兑换取货',
}

export const MESSAGES_TEXT = {
  title: '消息设置',
  lead: '通知都写在「通知」里。微信里还想收到，要您一次一次授权，授权一次发一条，晚上九点到早上九点不发。',
  classesTitle: '微信里收哪些',
  classes,
  on: '收',
  off: '不收',
  label: (title: string, state: string) => `${title}，${state}`,
  templatesTitle: '还能发几条',
  templates,
  left: (count: number) => (count > 0 ? `还能发 ${count} 条` : '没有授权了'),
  allow: '再授权',
  allowLabel: (template: string) => `再授权一条${template}`,
  noTemplates: '这里还没有接通微信消息，通知都在「通知」里看。',
  refused: '没有授权。想收的时候再点一次。',
  switchedOff: '微信里关了这个小程序的消息，可以在右上角的设置里打开。',
}
