/** The stage's own side: who it is, the mall's clock, which phones lie on the table, what to try, starting over, the other language. */
import type { StageContent } from '../content'
import { askForReset } from './ask'
import { element } from './element'
import type { MallClock } from './mall-clock'
import { inLanguage, say, saying, spoken, switchLanguage } from './words'

export function createRail(content: StageContent, clock: MallClock, phones: HTMLElement): HTMLElement {
  const { mark, name, place, walk } = content
  const names = element(
    'div',
    { class: 'names' },
    saying(element('b'), name),
    saying(element('small'), place),
  )
  const steps = element('ol', { class: 'walk-steps' }, ...walk.map((step) => saying(element('li'), step)))
  const question = createQuestion(content)
  const language = element('button', { class: 'link', onClick: switchLanguage })
  inLanguage(() => {
    language.textContent = say('other')
    language.setAttribute('aria-label', say('otherLabel'))
  })
  const reset = saying(element('button', { class: 'link', onClick: () => question.showModal() }), 'reset')
  const inspector = saying(element('a', { class: 'link' }), 'inspector')
  inspector.href = '/stage/inspector'
  inspector.target = '_blank'
  return element(
    'aside',
    { class: 'rail' },
    element('div', { class: 'brand' }, element('span', { class: 'seal' }, mark), names),
    clock.root,
    element('section', { class: 'phones' }, saying(element('h2'), 'phones'), phones),
    element('section', { class: 'walk' }, saying(element('h2'), 'walk'), steps),
    element('footer', { class: 'rail-foot' }, inspector, reset, language),
    question,
  )
}

function createQuestion({ resetAdvice }: StageContent): HTMLDialogElement {
  const dialog = element('dialog', { class: 'question' })
  inLanguage(() =>
    dialog.replaceChildren(
      element('h3', {}, say('resetTitle')),
      element('p', {}, spoken(resetAdvice)),
      element(
        'div',
        { class: 'pair' },
        element('button', { class: 'move', onClick: () => dialog.close() }, say('cancel')),
        element(
          'button',
          { class: 'main', onClick: () => void askForReset().then(() => dialog.close()) },
          say('resetGo'),
        ),
      ),
    ),
  )
  return dialog
}
