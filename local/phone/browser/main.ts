/**
 * Starts one phone in this browser page: builds its parts, runs the mini program, opens its first page. Leaves
 * `window.phone`, the handle by which a stage or a test speaks to it.
 */
import { Agent, type Params } from './agent/agent'
import { Answers } from './answers'
import { AppRuntime } from './app/runtime'
import { nodeForApp } from './built-ins/canvas'
import { Bus } from './bus'
import { Clock } from './clock'
import { shapeEventsLikeWeChat } from './engine/events'
import { glass } from './engine/glass'
import { extendQueries } from './engine/query'
import { meterSetData } from './engine/set-data'
import { Entrance } from './entrance'
import { Hand } from './hand'
import type { PhoneHandle } from './handle'
import { Messages } from './messages'
import { PageStack } from './page/page-stack'
import type { Phone } from './phone'
import { createScan } from './scan'
import { Dialogs } from './screen/dialogs'
import { readCodeOnScreen } from './screen/read-code'
import { Screen } from './screen/screen'
import { Share } from './share'
import { readSettings, type ServedPackage, type Surroundings } from './settings'
import { Network } from './wx/network'
import { Privacy } from './wx/privacy'
import { Wx } from './wx/wx'

interface PhoneWindow {
  phonePackage: ServedPackage
  phoneSurroundings: Surroundings
  phone?: PhoneHandle
  /** passes events of the agent on to the Node side, when there is one */
  phoneReport?: (method: string, params: object) => void
}

const host = window as unknown as PhoneWindow
const IGNORED_WARNINGS = /is not a valid property|type-incompatible value/

function assemble(): Phone {
  const settings = readSettings(location.search, host.phoneSurroundings)
  // The rooms refer to each other through this one object; each is set before anything can ask for it.
  const phone = {
    settings,
    pkg: host.phonePackage,
    bus: new Bus(),
    messages: new Messages(),
    missing: new Set(),
  } as unknown as Phone
  phone.network = new Network(phone)
  phone.clock = new Clock(async () => {
    const { now } = await phone.network.cloud<{ now?: number | string }>('control/clock')
    return now === undefined ? null : new Date(now).getTime()
  })
  phone.meter = meterSetData(
    (caller) =>
      phone.pages.alive.find((page) => page.caller === caller)?.path ?? phone.pages.current?.path ?? '',
  )
  phone.pages = new PageStack(phone)
  phone.screen = new Screen(phone)
  phone.dialogs = new Dialogs(phone)
  phone.hand = new Hand()
  phone.answers = new Answers(phone)
  phone.privacy = new Privacy(phone)
  phone.scan = createScan(() => phone)
  phone.entrance = new Entrance(phone)
  phone.launch = phone.entrance.options
  phone.share = new Share(phone)
  phone.runtime = new AppRuntime(phone)
  phone.wx = new Wx(phone)
  return phone
}

function catchEverything({ messages, bus, runtime }: Phone): void {
  const caught = (error: unknown) => {
    messages.exception(error)
    const text = error instanceof Error ? `${error.message}\n${error.stack}` : String(error)
    bus.emit('Error', { message: text })
    runtime.callApp('onError', text)
  }
  window.addEventListener('error', (event) => caught(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => {
    bus.emit('UnhandledRejection', { reason: event.reason as unknown })
    runtime.callApp('onUnhandledRejection', { reason: event.reason as unknown })
    messages.exception(event.reason)
  })
  glass.addGlobalErrorListener((error) => {
    caught(error)
    return false
  })
  glass.addGlobalWarningListener((warning) => {
    const text = (warning as { message?: string }).message ?? String(warning)
    if (!IGNORED_WARNINGS.test(text)) messages.warn(text)
    return false
  })
}

function handleOf(phone: Phone, agent: Agent): PhoneHandle {
  return {
    id: phone.settings.id,
    messages: phone.messages.list,
    missing: phone.missing,
    readCodeOnScreen: () => readCodeOnScreen(phone),
    setTheme: (theme) => phone.screen.setTheme(theme),
    setOffline: (isOffline) => {
      phone.network.setOffline(isOffline)
      phone.screen.draw()
    },
    refreshClock: () => phone.clock.refresh(),
    answerSubscribe: (answer) => {
      phone.answers.subscribe = answer
    },
    answerPayment: (answer) => {
      phone.answers.payment = answer
    },
    open: (entry, scene) => {
      if (scene) phone.entrance.enter(entry, scene)
      else phone.pages.route('reLaunch', { url: entry.startsWith('/') ? entry : `/${entry}` })
    },
    openCode: (text) => phone.entrance.enterByCode(text),
    cards: phone.share.cards,
    currentPath: () => phone.pages.current?.path ?? '',
    agent: (method, params) => agent.handle(method, params as Params),
  }
}

async function start(): Promise<void> {
  glass.globalOptions.writeIdToDOM = true
  glass.globalOptions.throwGlobalError = false
  shapeEventsLikeWeChat()
  extendQueries(nodeForApp)
  const phone = assemble()
  catchEverything(phone)
  const agent = new Agent(phone, (method, params) => host.phoneReport?.(method, params))
  host.phone = handleOf(phone, agent)
  await phone.clock.refresh()
  phone.clock.start()
  phone.runtime.start()
  const { path, query } = phone.launch
  const search = Object.entries(query).map(([key, value]) => `${encodeURIComponent(key)}=${value}`)
  phone.pages.route('reLaunch', { url: `/${path}${search.length ? `?${search.join('&')}` : ''}` })
  document.documentElement.dataset.ready = 'true'
  if (window.parent !== window) window.parent.postMessage({ type: 'phone.ready', id: phone.settings.id }, '*')
}

void start()
