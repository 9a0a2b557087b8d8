/** Owns scroll-view. */
import { ANY, type BuiltIn, type BuiltInDefinition } from './built-in'
import { listenToPull, triggerRefresher } from './refresher'

const px = (value: unknown) => parseFloat(String(value))
const isSet = (value: unknown) => value !== undefined && value !== null && value !== ''

function scrollTo(this: BuiltIn, side: 'scrollTop' | 'scrollLeft', value: unknown): void {
  if (!isSet(value) || !this.$$) return
  const place = side === 'scrollTop' ? { top: px(value) } : { left: px(value) }
  this.$$.scrollTo({ ...place, behavior: this.data.scrollWithAnimation ? 'smooth' : 'auto' })
}

export const SCROLLING: Record<string, BuiltInDefinition> = {
  'scroll-view': {
    properties: {
      scrollX: Boolean,
      scrollY: Boolean,
      scrollTop: ANY,
      scrollLeft: ANY,
      scrollIntoView: String,
      upperThreshold: { type: ANY, value: 50 },
      lowerThreshold: { type: ANY, value: 50 },
      scrollWithAnimation: Boolean,
      enhanced: Boolean,
      showScrollbar: Boolean,
      refresherEnabled: Boolean,
      refresherTriggered: Boolean,
      refresherThreshold: { type: Number, value: 45 },
      refresherDefaultStyle: { type: String, value: 'black' },
      refresherBackground: String,
    },
    attributes: ['scrollX', 'scrollY', 'refresherDefaultStyle'],
    attached() {
      listenToScroll.call(this)
      listenToPull(this)
      if (this.data.refresherTriggered) triggerRefresher(this, true)
      if (this.data.refresherDefaultStyle === 'none') {
        this.phone.missing.add('scroll-view.refresher-default-style=none')
        this.phone.messages.warn('a refresher of the app itself is not drawn by local phone')
      }
    },
    observers: {
      refresherTriggered(isTriggered: boolean) {
        triggerRefresher(this, isTriggered)
      },
      scrollTop(value: unknown) {
        scrollTo.call(this, 'scrollTop', value)
      },
      scrollLeft(value: unknown) {
        scrollTo.call(this, 'scrollLeft', value)
      },
      scrollIntoView(id: string) {
        if (id)
          setTimeout(
            () =>
              this.$$?.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView({
                block: 'nearest',
                inline: 'start',
              }),
            0,
          )
      },
    },
  },
}

function listenToScroll(this: BuiltIn): void {
  const dom = this.$$
  let lastTop = 0
  let lastLeft = 0
  let wasLow = false
  dom.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom
    const { scrollY, upperThreshold, lowerThreshold } = this.data
    const moved = { deltaX: lastLeft - scrollLeft, deltaY: lastTop - scrollTop }
    this.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...moved })
    const left = scrollY ? scrollHeight - scrollTop - clientHeight : scrollWidth - scrollLeft - clientWidth
    const goesOn = scrollY ? scrollTop > lastTop : scrollLeft > lastLeft
    const isLow = left <= px(lowerThreshold)
    if (isLow && !wasLow && goesOn)
      this.triggerEvent('scrolltolower', { direction: scrollY ? 'bottom' : 'right' })
    const isHigh = (scrollY ? scrollTop : scrollLeft) <= px(upperThreshold)
    if (isHigh && !goesOn) this.triggerEvent('scrolltoupper', { direction: scrollY ? 'top' : 'left' })
    wasLow = isLow
    lastTop = scrollTop
    lastLeft = scrollLeft
  })
}
