/** Owns WeChat's sheet that asks which one-time messages its user wants: a tick for each, and whether to ask again. */
import type { Dialogs } from './dialogs'
import { button, element } from './elements'

export interface OfferedTemplate {
  id: string
  title: string
}

export interface SubscribeDecision {
  /** ids that were ticked when the user accepted; none when refused */
  accepted: string[]
  /** the user does not want to be asked about these again */
  keep: boolean
}

export function askToSubscribe(dialogs: Dialogs, templates: OfferedTemplate[]): Promise<SubscribeDecision> {
  const box = element('div', 'sheet subscribe')
  box.append(
    element('small', '', `${dialogs.appName} 申请`),
    element('h4', '', '向你发送以下消息'),
    element('p', '', '一次性订阅，每次同意可收到一条'),
  )
  const wanted = new Map(templates.map(({ id, title }) => [id, tick(box, title, true)]))
  const keep = tick(box, '总是保持以上选择，不再询问', false)
  keep.classList.add('keep')
  const titles = templates.map(({ title }) => title).join('\n')
  const shown = dialogs.open<SubscribeDecision>('subscribe', '向你发送以下消息', titles, box)
  const decide = (accepted: string[]) => shown.answer({ accepted, keep: isOn(keep) })
  const row = box.appendChild(element('div', 'pair'))
  row.append(
    button('取消', '', () => decide([])),
    button('允许', 'main', () => decide([...wanted].flatMap(([id, line]) => (isOn(line) ? [id] : [])))),
  )
  return shown.answered
}

const isOn = (line: HTMLElement) => line.getAttribute('aria-checked') === 'true'

function tick(box: HTMLElement, text: string, isTicked: boolean): HTMLElement {
  const line = button('', 'tick', () => line.setAttribute('aria-checked', String(!isOn(line))))
  line.setAttribute('role', 'checkbox')
  line.setAttribute('aria-checked', String(isTicked))
  line.append(element('i', ''), element('span', '', text))
  return box.appendChild(line)
}
