/**
 * Owns the phone's connection: wx.cloud to the local cloud, wx.request to the world, and being offline. The cloud is
 * reached through the phone's own server, so the browser sees one origin; the person is named in a header.
 */
import type { Phone } from '../phone'
import { cloudFileMethods } from './cloud-files'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const CLOUD_METHODS = [
  'callContainer',
  'connectContainer',
  'database',
  'CloudID',
  'Cloud',
  'services',
  'extend',
]

interface CloudAnswer {
  result?: unknown
  errMsg?: string
  errCode?: number | string
  requestID?: string
}

export class Network {
  isOffline = false

  constructor(private readonly phone: Pick<Phone, 'settings' | 'bus'>) {}

  setOffline(isOffline: boolean): void {
    if (isOffline === this.isOffline) return
    this.isOffline = isOffline
    this.phone.bus.emit('NetworkStatusChange', { isConnected: !isOffline, networkType: this.type })
  }

  get type(): 'wifi' | 'none' {
    return this.isOffline ? 'none' : 'wifi'
  }

  /** One request at a door of the cloud, in the name of who holds the phone. */
  async open(path: string, init: RequestInit): Promise<Response> {
    if (this.isOffline) throw new Error('request:fail ')
    const { openid, unionid, basePath } = this.phone.settings
    const headers = new Headers(init.headers)
    headers.set('x-local-openid', openid)
    if (unionid) headers.set('x-local-unionid', unionid)
    return fetch(`${basePath}/cloud/${path}`, { ...init, headers }).catch(() => {
      throw new Error('request:fail ')
    })
  }

  async cloud<T>(path: string, body?: object): Promise<T> {
    const answer = await this.open(path, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    try {
      return JSON.parse(text) as T
    } catch {
      throw new Error(`request:fail the local cloud answered ${answer.status}: ${text.slice(0, 200)}`)
    }
  }
}

export function networkApis(phone: Phone): ApiGroup {
  const api = 'cloud.callFunction'
  const callFunction = async ({ name, data }: Options) => {
    if (typeof name !== 'string')
      refuse(`${api}:fail -501001 parameter error: name must be a string`, { errCode: -501001 })
    const answer = await phone.network
      .cloud<CloudAnswer>('client/callFunction', { name, data })
      .catch((error: Error) => refuse(`${api}:fail ${error.message}`, { errCode: -1 }))
    if (answer.errCode === undefined || answer.errCode === 0) {
      return { errMsg: `${api}:ok`, result: answer.result, requestID: answer.requestID }
    }
    const why = answer.errMsg ?? ''
    const errMsg = why.startsWith(`${api}:fail`)
      ? why
      : `${api}:fail Error: errCode: ${answer.errCode} | errMsg: ${why}`
    return refuse(errMsg, { errCode: answer.errCode, requestID: answer.requestID })
  }
  const refused = CLOUD_METHODS.map((name) => [name, refuseCloud(phone, name)] as const)
  const cloud = {
    init: () => {},
    callFunction: (options: Options) => phone.wx.settle(api, options, () => callFunction(options)),
    ...cloudFileMethods(phone),
    ...Object.fromEntries(refused),
  }
  return {
    later: {
      getNetworkType: () => ({ networkType: phone.network.type, signalStrength: 4, hasSystemProxy: false }),
      getLocalIPAddress: () => ({ localip: '127.0.0.1' }),
    },
    now: {
      cloud,
      request: (options: Options) => request(phone, options),
    },
  }
}

function refuseCloud(phone: Phone, name: string) {
  return (options?: Options) => {
    phone.missing.add(`cloud.${name}`)
    const work = () => refuse(`cloud.${name}:fail not implemented by local phone`)
    // These answer with an object at once in WeChat, so a rejected promise would only surface much later.
    if (['database', 'CloudID', 'Cloud', 'services', 'extend'].includes(name)) return work()
    return phone.wx.settle(`cloud.${name}`, options, work)
  }
}

function request(phone: Phone, options: Options): object {
  const controller = new AbortController()
  const done = phone.wx.settle('request', options, () => fetchFor(phone, options, controller.signal))
  const task = {
    abort: () => controller.abort(),
    onHeadersReceived() {},
    offHeadersReceived() {},
    onChunkReceived() {},
  }
  return done instanceof Promise ? Object.assign(done, task) : task
}

async function fetchFor(phone: Phone, options: Options, signal: AbortSignal): Promise<object> {
  if (phone.network.isOffline) refuse('request:fail ')
  const { data, header, dataType } = options as {
    data?: unknown
    header?: Record<string, string>
    dataType?: string
  }
  const method = ((options.method as string | undefined) ?? 'GET').toUpperCase()
  const url = new URL(options.url as string)
  const inUrl = method === 'GET' || method === 'HEAD'
  if (inUrl && data && typeof data === 'object') {
    for (const [key, value] of Object.entries(data)) url.searchParams.set(key, String(value))
  }
  const body =
    inUrl || data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data)
  const headers = { 'content-type': 'application/json', ...header }
  const answer = await fetch(url, { method, headers: inUrl ? header : headers, body, signal }).catch(
    (error: Error) => refuse(`request:fail ${error.name === 'AbortError' ? 'abort' : error.message}`),
  )
  const text = await answer.text()
  return {
    data: dataType === 'text' ? text : parsed(text),
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    cookies: [],
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
