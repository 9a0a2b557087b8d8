/**
 * Owns swiper. Its place is a number that may run past either end: a circular swiper lays its items around the place, so
 * that the last is followed by the first without running back.
 */
import { ANY, type BuiltIn, type BuiltInDefinition, callMethod } from './built-in'
import { followFinger } from './finger'

interface Swiper extends BuiltIn {
  place?: number
  shown?: number
  held?: boolean
}

const TURN_PX = 40
const START_PX = 6
const px = (value: unknown) => parseFloat(String(value)) || 0
const around = (place: number, count: number) => ((place % count) + count) % count

export const SWIPER: Record<string, BuiltInDefinition> = {
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
      displayMultipleItems: { type: Number, value: 1 },
      currentItemId: String,
    },
    attributes: ['vertical', 'indicatorDots'],
    attached: start,
    observers: {
      current(this: Swiper, index: number) {
        if (this.$$ && index !== this.shown) callMethod(this, 'go', index, '')
      },
      'previousMargin, nextMargin, displayMultipleItems, circular, vertical'(this: Swiper) {
        if (this.$$ && this.place !== undefined) lay.call(this, this.place, false)
      },
    },
    methods: { go: showItem },
  },
  'swiper-item': { properties: { itemId: String, skipHiddenItemLayout: Boolean } },
}

function itemsOf(swiper: BuiltIn): HTMLElement[] {
  const all = [...swiper.$$.querySelectorAll<HTMLElement>('wx-swiper-item')]
  return all.filter((item) => item.closest('wx-swiper') === swiper.$$)
}

const isCircular = (swiper: BuiltIn, count: number) => swiper.data.circular === true && count > 1
const visibleOf = (swiper: BuiltIn) => Math.max(1, Number(swiper.data.displayMultipleItems) || 1)

/** Draws the items as they are when `place` is the first that is seen; fractions are on the way. */
function lay(this: Swiper, place: number, isAnimated: boolean, from = place): void {
  const track = this.$$.querySelector<HTMLElement>('.phone-track')!
  const items = itemsOf(this)
  const { vertical, duration, previousMargin, nextMargin } = this.data
  const axis = vertical ? 'Y' : 'X'
  const visible = visibleOf(this)
  track.style.margin = vertical
    ? `${px(previousMargin)}px 0 ${px(nextMargin)}px`
    : `0 ${px(nextMargin)}px 0 ${px(previousMargin)}px`
  track.style.height = vertical ? `calc(100% - ${px(previousMargin) + px(nextMargin)}px)` : ''
  track.style.transitionDuration = isAnimated ? `${duration as number}ms` : '0s'
  track.style.transform = `translate${axis}(${(-100 / visible) * place}%)`
  const middle = (place + from) / 2 + (visible - 1) / 2
  items.forEach((item, index) => {
    const laps = isCircular(this, items.length) ? Math.round((middle - index) / items.length) : 0
    item.style.flexBasis = `${100 / visible}%`
    item.style.transform = laps ? `translate${axis}(${laps * items.length * 100}%)` : ''
  })
}

/** @param source what WeChat tells the page: `touch`, `autoplay`, or nothing for the app itself */
function moveTo(this: Swiper, place: number, source: string): void {
  const items = itemsOf(this)
  const from = this.place
  const index = items.length ? around(place, items.length) : place
  const isChange = this.shown !== undefined && this.shown !== index
  this.place = place
  this.shown = index
  lay.call(this, place, from !== undefined && (isChange || from !== place || source === 'touch'), from)
  drawDots.call(this)
  if (!isChange) return
  const item = items[index] as { __wxElement?: BuiltIn } | undefined
  const detail = { current: index, currentItemId: item?.__wxElement?.data.itemId ?? '', source }
  this.triggerEvent('change', detail)
  setTimeout(() => this.triggerEvent('animationfinish', detail), this.data.duration as number)
}

function showItem(this: Swiper, index: number, source: string): void {
  const count = itemsOf(this).length
  // In the lap that is shown, so that setting the place back runs back, as in WeChat.
  const lapStart = count && this.place !== undefined ? this.place - around(this.place, count) : 0
  moveTo.call(this, isCircular(this, count) ? lapStart + index : index, source)
}

function step(this: Swiper, by: number, source: string): void {
  const count = itemsOf(this).length
  if (!count) return
  const place = this.place ?? 0
  const last = Math.max(0, count - visibleOf(this))
  if (isCircular(this, count)) return moveTo.call(this, place + by, source)
  // Without a circle autoplay begins again at the first.
  const next = source === 'autoplay' && place >= last ? 0 : Math.min(last, Math.max(0, place + by))
  moveTo.call(this, next, source)
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

function start(this: Swiper): void {
  callMethod(this, 'go', this.data.current || 0, '')
  // Items come after the swiper itself, so they are laid out again once they are there.
  setTimeout(() => {
    if (!this.$$.isConnected) return
    lay.call(this, this.place ?? 0, false)
    drawDots.call(this)
  }, 0)
  follow.call(this)
  const turn = () => {
    if (!this.$$.isConnected) return
    if (this.data.autoplay && !this.held) step.call(this, 1, 'autoplay')
    setTimeout(turn, this.data.interval as number)
  }
  setTimeout(turn, this.data.interval as number)
}

function follow(this: Swiper): void {
  this.$$.style.touchAction = this.data.vertical ? 'pan-x' : 'pan-y'
  followFinger(this, {
    move: ({ x, y }) => {
      const [along, across] = this.data.vertical ? [y, x] : [x, y]
      if (!this.held && (Math.abs(along) < START_PX || Math.abs(across) > Math.abs(along))) return false
      this.held = true
      const track = this.$$.querySelector<HTMLElement>('.phone-track')!
      const size = (this.data.vertical ? track.clientHeight : track.clientWidth) / visibleOf(this)
      if (size) lay.call(this, (this.place ?? 0) - along / size, false)
      return true
    },
    end: (by) => {
      if (!this.held) return
      this.held = false
      const along = by ? (this.data.vertical ? by.y : by.x) : 0
      step.call(this, Math.abs(along) > TURN_PX ? -Math.sign(along) : 0, 'touch')
    },
  })
}
