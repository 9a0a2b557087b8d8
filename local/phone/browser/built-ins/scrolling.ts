/** Owns scroll-view and swiper. */
import { ANY, type BuiltIn, type BuiltInDefinition, callMethod } from './built-in'

interface Swiper extends BuiltIn {
  shown?: number
}

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
    },
    attributes: ['scrollX', 'scrollY'],
    attached: listenToScroll,
    observers: {
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
  swiper: {
    properties: {
      current: Number,
      autoplay: Boolean,
      interval: { type: Number, value: 5000 },
      duration: { type: Number, value: 500 },
      circular: Boolean,
      vertical: Boolean,
      indicatorDots: Boolean,
      indicatorColor: String,
      indicatorActiveColor: String,
      previousMargin: ANY,
      nextMargin: ANY,
      displayMultipleItems: Number,
      currentItemId: String,
    },
    attributes: ['vertical', 'indicatorDots'],
    attached: listenToSwipe,
    observers: {
      current(this: Swiper, index: number) {
        if (this.$$ && index !== this.shown) callMethod(this, 'go', index, '')
      },
    },
    methods: { go: showItem },
  },
  'swiper-item': { properties: { itemId: String, skipHiddenItemLayout: Boolean } },
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

function itemsOf(swiper: BuiltIn): HTMLElement[] {
  const all = [...swiper.$$.querySelectorAll<HTMLElement>('wx-swiper-item')]
  return all.filter((item) => item.closest('wx-swiper') === swiper.$$)
}

function showItem(this: Swiper, index: number, source: string): void {
  const track = this.$$.querySelector<HTMLElement>('.phone-track')!
  const isChange = this.shown !== undefined && this.shown !== index
  this.shown = index
  track.style.transitionDuration = isChange ? `${this.data.duration as number}ms` : '0s'
  track.style.transform = this.data.vertical ? `translateY(${-100 * index}%)` : `translateX(${-100 * index}%)`
  drawDots.call(this)
  if (!isChange) return
  const currentItemId =
    (itemsOf(this)[index] as { __wxElement?: BuiltIn } | undefined)?.__wxElement?.data.itemId ?? ''
  this.triggerEvent('change', { current: index, currentItemId, source })
  setTimeout(
    () => this.triggerEvent('animationfinish', { current: index, currentItemId, source }),
    this.data.duration as number,
  )
}

function drawDots(this: Swiper): void {
  const dots = this.$$.querySelector<HTMLElement>(':scope>.phone-dots')!
  const { indicatorColor, indicatorActiveColor } = this.data as Record<string, string>
  dots.replaceChildren(
    ...itemsOf(this).map((_item, index) => {
      const dot = this.$$.ownerDocument.createElement('i')
      const isOn = index === this.shown
      dot.className = isOn ? 'on' : ''
      dot.style.background = (isOn ? indicatorActiveColor : indicatorColor) ?? ''
      return dot
    }),
  )
}

function listenToSwipe(this: Swiper): void {
  callMethod(this, 'go', this.data.current || 0, '')
  // Items come after the swiper itself, so the dots are drawn again once they are there.
  setTimeout(() => drawDots.call(this), 0)
  let startsAt: { x: number; y: number } | null = null
  const step = (by: number, source: string) => {
    const count = itemsOf(this).length
    const next = (this.shown ?? 0) + by
    const index = this.data.circular ? (next + count) % count : Math.max(0, Math.min(count - 1, next))
    if (count && index !== this.shown) callMethod(this, 'go', index, source)
  }
  this.$$.addEventListener('pointerdown', (event) => (startsAt = { x: event.clientX, y: event.clientY }))
  this.$$.ownerDocument.addEventListener('pointerup', (event) => {
    if (!startsAt) return
    const moved = this.data.vertical ? event.clientY - startsAt.y : event.clientX - startsAt.x
    startsAt = null
    if (Math.abs(moved) > 40) step(moved < 0 ? 1 : -1, 'touch')
  })
  this.$$.style.touchAction = this.data.vertical ? 'pan-x' : 'pan-y'
  const turn = () => {
    if (!this.$$.isConnected) return
    if (this.data.autoplay) step(1, 'autoplay')
    setTimeout(turn, this.data.interval as number)
  }
  setTimeout(turn, this.data.interval as number)
}
