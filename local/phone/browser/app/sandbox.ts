/**
 * Owns what app code can see. It runs in function scope with the globals of WeChat's logic layer and nothing of a
 * web page, so code that only works in a browser fails here as it would fail in WeChat.
 */
const LANGUAGE = [
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Promise',
    'RegExp',
    'JSON',
  ],
  ...['Math', 'Intl', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'Proxy', 'Reflect', 'NaN', 'Infinity'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...['parseFloat', 'parseInt', 'isFinite', 'isNaN', 'escape', 'unescape'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent'],
]

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const

const HIDDEN = [
  ...['window', 'document', 'self', 'frames', 'parent', 'top', 'location', 'navigator', 'history', 'screen'],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'XMLHttpRequest',
    'fetch',
    'WebSocket',
    'Worker',
  ],
  ...['Image', 'Audio', 'Event', 'CustomEvent', 'EventTarget', 'HTMLElement', 'Element', 'Node', 'DOMParser'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'MessageChannel', 'BroadcastChannel'],
  ...[
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'requestIdleCallback',
    'matchMedia',
    'getComputedStyle',
  ],
  ...['alert', 'confirm', 'prompt', 'open', 'postMessage', 'addEventListener', 'removeEventListener'],
  ...['URL', 'URLSearchParams', 'Blob', 'File', 'FileReader', 'FormData', 'Headers', 'Request', 'Response'],
  ...[
    'TextEncoder',
    'TextDecoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'structuredClone',
    'queueMicrotask',
  ],
  ...['setImmediate', 'AbortController', 'AbortSignal', 'phone', 'phonePackage'],
]

export type Scope = Record<string, unknown>

/** The object that app code gets as `globalThis` and `global`. */
export function createGlobal(date: DateConstructor, console: Console): Scope {
  const host = window as unknown as Record<string, unknown>
  const global: Scope = {}
  for (const name of LANGUAGE) global[name] = host[name]
  // A timer called as a method of another object throws in browsers; WeChat's do not mind.
  for (const name of TIMERS)
    global[name] = (...args: unknown[]) => (host[name] as (...a: unknown[]) => unknown)(...args)
  return Object.assign(global, { Date: date, console, globalThis: global, global })
}

/** Runs a function body or expression where only `scope` and the language exist. */
export function runIn(scope: Scope, body: string): unknown {
  const visible: Scope = { ...Object.fromEntries(HIDDEN.map((name) => [name, undefined])), ...scope }
  const names = Object.keys(visible)
  // This is what a mini program's host is for: it runs the source that it was given.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const compiled = new Function(...names, body) as (...values: unknown[]) => unknown
  return compiled(...names.map((name) => visible[name]))
}
