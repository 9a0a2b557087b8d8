/** Owns the shape of the events that app code receives: plain targets with id and dataset, as in WeChat. */
import { type Caller, type Component, type EventOptions, glass } from './glass'

function describe(receiver: Caller | Component) {
  const element = '_$' in receiver ? receiver._$ : receiver
  const dom = element.$$ as HTMLElement | undefined
  return {
    id: element.id,
    dataset: { ...element.dataset },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  }
}

export function shapeEventsLikeWeChat(): void {
  glass.Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    return Object.assign(Object.create(this) as object, {
      target: describe(target as Component),
      currentTarget: describe(currentTarget as Component),
      mark: mark ?? {},
    })
  }
}

/** Answers whether the default action of the browser is to be prevented. */
export function dispatch(target: unknown, type: string, detail: unknown, options?: EventOptions): boolean {
  const event = new glass.Event(type, detail, options)
  glass.Event.dispatchEvent(target, event)
  return event.getEventBubbleStatus() === 1
}
