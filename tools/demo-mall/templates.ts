/** The subscribe messages of the demo mall, as an installation names its own in `SHUKE_TEMPLATES`. */
import type { TemplateName } from '../../src/domain/messages/kinds'

const OF_NAME = { thing1: 'title', thing2: 'name', date3: 'day' }

const templates: Readonly<Record<TemplateName, { readonly id: string; readonly fields: object }>> = {
  change: {
    id: 'demo-change',
    fields: { thing1: 'title', thing2: 'name', amount3: 'amount', number4: 'points' },
  },
  points: { id: 'demo-points', fields: { thing1: 'title', number2: 'points', date3: 'day' } },
  tier: { id: 'demo-tier', fields: OF_NAME },
  gift: { id: 'demo-gift', fields: OF_NAME },
  pickup: { id: 'demo-pickup', fields: OF_NAME },
}

export const DEMO_TEMPLATES = JSON.stringify(templates)

/** What WeChat's sheet calls them. */
export const DEMO_TEMPLATE_TITLES: Readonly<Record<string, string>> = {
  'demo-change': '消费与积分通知',
  'demo-points': '积分到期提醒',
  'demo-tier': '会员等级变更通知',
  'demo-gift': '礼物与卡券提醒',
  'demo-pickup': '兑换取货提醒',
}
