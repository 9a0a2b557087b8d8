/** What the mall told a member, and what it may tell. */
import type { Meter } from './meter'

export async function toldTaps(meter: Meter): Promise<void> {
  await meter.opensPage('open the notices', '/pages/member/statement/notices/index', '.notice')
  await meter.tapsBelow('notices: see earlier ones', '.notices__end .button')
  await meter.scrolls('notices: to the end of the list')
  await meter.opensPage('open the settings of messages', '/pages/member/settings/messages/index', '.purpose')
  await meter.taps('messages: none of a class', '.purpose')
  await meter.taps('messages: the class again', '.purpose')
}
