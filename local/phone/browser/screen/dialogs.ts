/**
 * Owns what WeChat lays over a page: toasts, modals, action sheets, permission sheets, pickers, the scanner. What is
 * open can be read and answered by a test; answering is the same as touching.
 */
import type { Phone } from '../phone'
import { button, element } from './elements'
import { part } from './screen'

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

export interface ToastOptions {
  title?: string
  icon?: string
  image?: string
  duration?: number
  mask?: boolean
}

export interface Pending<T> {
  kind:
    | 'modal'
    | 'actionSheet'
    | 'permission'
    | 'picker'
    | 'pictures'
    | 'scanner'
    | 'subscribe'
    | 'cashier'
    | 'card'
  title: string
  content: string
  answer: (value: T) => void
}

const MARK = {
  success:
    '<svg viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="3.500"><path d="m6 21 10 10L35 10"/></svg>',
  error:
    '<svg viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="3.500"><circle cx="20" cy="20" r="17"/><path d="M20 10v13m0 4v4"/></svg>',
  loading: '<div class="turn"></div>',
}

export class Dialogs {
  lastToast = ''
  pending: Pending<never> | null = null
  private toast: HTMLElement | null = null
  private toastTimer = 0

  constructor(private readonly phone: Phone) {}

  showToast({ title = '', icon = 'success', image, duration = 1500, mask }: ToastOptions): void {
    this.hideToast()
    this.lastToast = title
    this.toast = element('div', '')
    if (mask) this.toast.appendChild(element('div', 'mask')).style.background = 'none'
    const box = this.toast.appendChild(element('div', `toast ${icon === 'none' && !image ? 'text' : 'icon'}`))
    if (image) box.appendChild(document.createElement('img')).src = image
    else box.innerHTML = MARK[icon as keyof typeof MARK] ?? ''
    box.append(title)
    part('over').appendChild(this.toast)
    if (Number.isFinite(duration)) this.toastTimer = window.setTimeout(() => this.hideToast(), duration)
  }

  hideToast(): void {
    clearTimeout(this.toastTimer)
    this.toast?.remove()
    this.toast = null
  }

  modal(options: ModalOptions): Promise<{ confirm: boolean; cancel: boolean; content: string | null }> {
    const box = element('div', 'modal')
    box.appendChild(document.createElement('h4')).textContent = options.title ?? ''
    const input = document.createElement('input')
    if (options.editable) {
      input.value = options.content ?? ''
      input.placeholder = options.placeholderText ?? ''
      box.appendChild(input)
    } else box.appendChild(document.createElement('p')).textContent = options.content ?? ''
    const row = box.appendChild(element('div', 'row'))
    const shown = this.open<boolean>('modal', options.title ?? '', options.content ?? '', box)
    if (options.showCancel !== false) {
      row.appendChild(
        button(options.cancelText ?? '取消', '', () => shown.answer(false), options.cancelColor),
      )
    }
    row.appendChild(
      button(options.confirmText ?? '确定', 'main', () => shown.answer(true), options.confirmColor),
    )
    return shown.answered.then((confirm) => ({
      confirm,
      cancel: !confirm,
      content: options.editable && confirm ? input.value : null,
    }))
  }

  /** Answers the index of the touched item, or null when it was given up. */
  actionSheet(items: string[], itemColor?: string): Promise<number | null> {
    const box = element('div', 'sheet')
    const shown = this.open<number | null>('actionSheet', '', items.join('\n'), box, () => shown.answer(null))
    items.forEach((item, index) => box.appendChild(button(item, '', () => shown.answer(index), itemColor)))
    box.appendChild(button('取消', 'cancel', () => shown.answer(null)))
    return shown.answered
  }

  /** Pictures to choose from and one more way; answers the place, that of the way after the last, or null when given up. */
  pictures(title: string, sources: string[], otherwise: string): Promise<number | null> {
    const box = element('div', 'sheet pictures')
    box.appendChild(document.createElement('h4')).textContent = title
    const shown = this.open<number | null>('pictures', title, '', box, () => shown.answer(null))
    const row = box.appendChild(element('div', 'faces'))
    sources.forEach((source, place) => {
      const face = row.appendChild(button('', '', () => shown.answer(place)))
      face.setAttribute('aria-label', `${place + 1}`)
      face.appendChild(document.createElement('img')).src = source
    })
    box.appendChild(button(otherwise, '', () => shown.answer(sources.length)))
    box.appendChild(button('取消', 'cancel', () => shown.answer(null)))
    return shown.answered
  }

  /** WeChat's sheet that asks the user for something; under a test nobody is there, and the answer is yes. */
  permission(title: string, choice: string, explanation = ''): Promise<boolean> {
    if (this.phone.settings.automated) return Promise.resolve(true)
    const box = element('div', 'sheet ask')
    box.appendChild(document.createElement('small')).textContent = `${this.appName} 申请`
    box.appendChild(document.createElement('h4')).textContent = title
    box.appendChild(document.createElement('p')).textContent = explanation
    box.appendChild(element('section', 'choice')).textContent = choice
    const row = box.appendChild(element('div', ''))
    const shown = this.open<boolean>('permission', title, choice, box)
    row.append(
      button('不允许', '', () => shown.answer(false)),
      button('允许', 'main', () => shown.answer(true)),
    )
    return shown.answered
  }

  /** Columns of choices; answers the chosen index of each column, or null when it was given up. */
  wheel(
    columns: string[][],
    chosen: number[],
    onChange?: (indexes: number[]) => void,
  ): Promise<number[] | null> {
    const box = element('div', 'sheet wheel')
    const header = box.appendChild(document.createElement('header'))
    const lists = element('div', 'columns')
    const selects = columns.map((texts, column) => {
      const select = lists.appendChild(document.createElement('select'))
      select.size = 6
      select.append(...texts.map((text) => new Option(text)))
      select.selectedIndex = chosen[column] ?? 0
      select.addEventListener('change', () => onChange?.(indexes()))
      return select
    })
    const indexes = () => selects.map((select) => Math.max(0, select.selectedIndex))
    box.appendChild(lists)
    const shown = this.open<number[] | null>('picker', '', '', box, () => shown.answer(null))
    header.append(
      button('取消', '', () => shown.answer(null)),
      button('确定', 'main', () => shown.answer(indexes())),
    )
    return shown.answered
  }

  /** The dark screen of the scanner, until the camera or the user ends it. @param onAlbum a picture is to be chosen instead */
  scanner(onAlbum?: () => void): { givenUp: Promise<null>; close(): void } {
    const box = element('div', 'scanner')
    box.innerHTML = '<i></i><p>扫二维码 / 条码</p>'
    const shown = this.open<null>('scanner', '', '', box)
    box.appendChild(button('×', '', () => shown.answer(null)))
    if (onAlbum) box.appendChild(button('相册', 'album', onAlbum))
    return { givenUp: shown.answered, close: () => shown.answer(null) }
  }

  /** The name under which WeChat speaks of this mini program. */
  get appName(): string {
    return this.phone.pkg.config.app?.window?.navigationBarTitleText ?? '小程序'
  }

  /** Lays a box over the page until it is answered. */
  open<T>(kind: Pending<T>['kind'], title: string, content: string, box: HTMLElement, onMask?: () => void) {
    const layer = element('div', '')
    const mask = layer.appendChild(element('div', 'mask'))
    if (onMask) mask.addEventListener('click', onMask)
    layer.appendChild(box)
    part('over').appendChild(layer)
    let resolve: (value: T) => void = () => {}
    const answered = new Promise<T>((done) => (resolve = done))
    const pending: Pending<T> = {
      kind,
      title,
      content,
      answer: (value: T) => {
        layer.remove()
        this.phone.hand.touched()
        if (this.pending === (pending as Pending<never>)) this.pending = null
        resolve(value)
      },
    }
    this.pending = pending
    return { answered, answer: pending.answer }
  }
}
