/** What stands on the stage while there is nothing to play: the start with its steps, starting over, a start that failed. */
import type { StageContent } from '../content'
import type { Phase, StartStep } from '../pulse'
import { element, icon } from './element'
import { inLanguage, say, spoken } from './words'

export interface Cover {
  readonly root: HTMLElement
  show(phase: Phase): void
}

export function createCover({ mark }: StageContent): Cover {
  const panel = element('div', { class: 'panel', role: 'status' })
  const root = element('div', { class: 'cover' }, panel)
  let phase: Phase = { kind: 'starting', steps: [] }
  const draw = () => {
    root.hidden = phase.kind === 'open'
    panel.replaceChildren(element('span', { class: 'seal seal-large' }, mark), ...said(phase))
  }
  inLanguage(draw)
  return {
    root,
    show: (next) => {
      if (JSON.stringify(next) === JSON.stringify(phase)) return
      phase = next
      draw()
    },
  }
}

function said(phase: Phase): HTMLElement[] {
  switch (phase.kind) {
    case 'starting':
      return [
        element('h1', {}, say('starting')),
        element('p', {}, say('startingNote')),
        element('ol', { class: 'start-steps' }, ...phase.steps.map(step)),
      ]
    case 'resetting':
      return [element('h1', {}, say('resetting')), bar(phase.progress)]
    case 'failed':
      return [
        element('h1', {}, say('startFailed')),
        element('p', {}, spoken(phase.advice)),
        ...(phase.reason ? [element('pre', {}, phase.reason.slice(-1500))] : []),
      ]
    case 'open':
      return []
  }
}

function step({ title, state, progress, ms }: StartStep): HTMLElement {
  const sign =
    state === 'running'
      ? element('span', { class: 'turn' })
      : element(
          'span',
          { class: 'sign' },
          ...(state === 'waiting' ? [] : [icon(state === 'done' ? 'check' : 'alert', 16)]),
        )
  const took = ms === undefined ? '' : `${(ms / 1000).toFixed(1)} s`
  const row = element(
    'li',
    { class: `is-${state}` },
    sign,
    element('span', {}, spoken(title)),
    element('small', {}, took),
  )
  if (state === 'running' && progress !== undefined) row.append(bar(progress))
  return row
}

function bar(progress: number): HTMLElement {
  const inner = element('i')
  inner.style.width = `${Math.round(progress * 100)}%`
  const outer = element('div', { class: 'bar', role: 'progressbar' }, inner)
  outer.setAttribute('aria-valuenow', String(Math.round(progress * 100)))
  return outer
}
