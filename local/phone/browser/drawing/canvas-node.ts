/**
 * Owns what an app gets in the place of a canvas: WeChat's 2d canvas, its pictures and its pen. Behind each stands the
 * browser's own, which app code never sees.
 */
import type { Phone } from '../phone'
import { assetUrl } from '../screen/screen'

type Loads = (event?: unknown) => void
const real = new WeakMap<object, CanvasImageSource>()

/** The browser's own behind what the app holds; everything else stays as it is. */
const unwrapped = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (real.get(value) ?? value) : value

/** The browser's canvas behind one of the app's; undefined when it is none. */
export function realCanvas(node: unknown): HTMLCanvasElement | undefined {
  const found = typeof node === 'object' && node !== null ? real.get(node) : undefined
  return found && 'getContext' in found ? (found as HTMLCanvasElement) : undefined
}

/** A picture to be drawn: `src` may be of the package, of the phone's files, of the cloud or of the world. */
class CanvasImage {
  onload: Loads | null = null
  onerror: Loads | null = null
  #src = ''
  readonly #phone: Phone
  readonly #image = new Image()

  constructor(phone: Phone) {
    this.#phone = phone
    real.set(this, this.#image)
    this.#image.onload = () => this.onload?.()
    this.#image.onerror = () => this.onerror?.({ errMsg: `${this.#src.slice(0, 100)} cannot be loaded` })
  }

  get src(): string {
    return this.#src
  }
  set src(value: string) {
    this.#src = String(value)
    this.#image.src = assetUrl(this.#phone, this.#src, '')
  }
  get width(): number {
    return this.#image.width
  }
  set width(value: number) {
    this.#image.width = value
  }
  get height(): number {
    return this.#image.height
  }
  set height(value: number) {
    this.#image.height = value
  }
}

/** As in WeChat the drawing has its own size, 300 × 150 unless the app sets it; the style's is that of the box. */
export class CanvasNode {
  readonly #phone: Phone
  readonly #canvas: HTMLCanvasElement
  #pen: object | null = null

  constructor(phone: Phone, canvas: HTMLCanvasElement) {
    this.#phone = phone
    this.#canvas = canvas
    real.set(this, canvas)
  }

  get width(): number {
    return this.#canvas.width
  }
  set width(value: number) {
    this.#canvas.width = value
  }
  get height(): number {
    return this.#canvas.height
  }
  set height(value: number) {
    this.#canvas.height = value
  }

  getContext(type: string): object | null {
    if (type !== '2d') {
      this.#phone.missing.add(`canvas.getContext(${type})`)
      this.#phone.messages.warn(`a canvas of the local phone has no context ${type}`)
      return null
    }
    this.#pen ??= penOf(this, this.#canvas.getContext('2d', { willReadFrequently: true })!)
    return this.#pen
  }

  createImage = (): CanvasImage => new CanvasImage(this.#phone)
  createImageData = (width: number, height: number): ImageData => new ImageData(width, height)
  createPath2D = (path?: string | Path2D): Path2D => new Path2D(path)
  requestAnimationFrame = (draw: (time: number) => void): number => window.requestAnimationFrame(draw)
  cancelAnimationFrame = (frame: number): void => window.cancelAnimationFrame(frame)
  toDataURL = (type?: string, quality?: number): string => this.#canvas.toDataURL(type, quality)
}

type Call = (...args: unknown[]) => unknown

function penOf(node: CanvasNode, context: CanvasRenderingContext2D): object {
  const calls = new Map<PropertyKey, Call>()
  return new Proxy(context, {
    get(target, key) {
      if (key === 'canvas') return node
      const member: unknown = Reflect.get(target, key, target)
      if (typeof member !== 'function') return member
      const known = calls.get(key)
      if (known) return known
      const call: Call = (...args) => (member as Call).apply(target, args.map(unwrapped))
      calls.set(key, call)
      return call
    },
    set: (target, key, value) => Reflect.set(target, key, unwrapped(value), target),
  })
}
