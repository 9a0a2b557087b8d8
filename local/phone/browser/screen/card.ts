/** Owns WeChat's question before a card is sent: what it will look like, and whether to. */
import type { Card } from '../share'
import type { Dialogs } from './dialogs'
import { button, element } from './elements'

/** Answers whether it is sent. */
export function showCard(dialogs: Dialogs, { to, title, imageUrl }: Card): Promise<boolean> {
  const heading = to === 'chat' ? '发送给朋友' : '分享到朋友圈'
  const box = element('div', 'modal card')
  box.appendChild(element('h4', '', heading))
  const card = box.appendChild(element('section', ''))
  card.append(element('small', '', dialogs.appName), element('p', '', title))
  const picture = card.appendChild(element('div', 'picture'))
  if (imageUrl) picture.appendChild(document.createElement('img')).src = imageUrl
  const row = box.appendChild(element('div', 'row'))
  const shown = dialogs.open<boolean>('card', heading, title, box)
  row.append(
    button('取消', '', () => shown.answer(false)),
    button('发送', 'main', () => shown.answer(true)),
  )
  return shown.answered
}
