/** Owns App.*, Tool.* and the Host.* extras, on which a suite for WeChat's own tools must not depend. */
import type { Phone } from '../phone'
import { type Methods, plain, type Report } from './agent'

export function appMethods(phone: Phone, report: Report): Methods {
  const { pages, runtime, wx, meter, messages, dialogs } = phone
  const describe = ({ id, path, query }: { id: number; path: string; query: object }) => ({
    pageId: id,
    path,
    query,
  })
  return {
    'App.getPageStack': () => ({ pageStack: pages.stack.map(describe) }),
    'App.getCurrentPage': () => {
      if (!pages.current) throw new Error('no page is open')
      return describe(pages.current)
    },
    'App.callWxMethod': async ({ method, args }) => {
      meter.begin(`wx.${String(method)}`)
      const result = wx.call(String(method), (args as unknown[] | undefined) ?? [])
      return { result: plain(await fulfilled(result)) }
    },
    'App.mockWxMethod': ({ method, ...mock }) => wx.mock(String(method), mock),
    'App.callFunction': async ({ functionDeclaration, args }) => {
      const run = runtime.compile(String(functionDeclaration))
      return { result: plain(await fulfilled(run(...((args as unknown[] | undefined) ?? [])))) }
    },
    'App.addBinding': ({ name }) => {
      runtime.bindings[String(name)] = (...args: unknown[]) =>
        report('App.bindingCalled', { name, args: plain(args) })
    },
    'App.enableLog': () => {
      messages.onConsole = (type, args) => report('App.logAdded', { type, args })
    },
    'App.exit': () => ({}),
    'Tool.native': ({ method, data }) => native(phone, String(method), data),
    'Host.getSetDataLog': ({ clear }) => {
      const log = [...meter.log]
      if (clear) meter.log.length = 0
      return { log }
    },
    'Host.getState': () => ({
      missing: [...phone.missing],
      messages: messages.list,
      toast: dialogs.lastToast,
      dialog: dialogs.pending && {
        kind: dialogs.pending.kind,
        title: dialogs.pending.title,
        content: dialogs.pending.content,
      },
      share: plain(phone.share.last),
      theme: phone.settings.theme,
    }),
    'Host.answerDialog': ({ value }) => {
      if (!dialogs.pending) throw new Error('no dialog is open')
      dialogs.pending.answer(value as never)
    },
    'Host.setPermissionSheets': ({ shown }) => {
      phone.settings.automated = shown !== true
    },
  }
}

/** A refusal of WeChat's is an object with errMsg; over the wire it must read as an error. */
async function fulfilled(value: unknown): Promise<unknown> {
  try {
    return await value
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    throw new Error(errMsg ?? message ?? String(error))
  }
}

function native(phone: Phone, method: string, data: unknown): unknown {
  const { pending } = phone.dialogs
  switch (method) {
    case 'confirmModal':
    case 'cancelModal':
      if (pending?.kind !== 'modal') throw new Error('no modal is open')
      return pending.answer((method === 'confirmModal') as never)
    case 'authorizeAllow':
    case 'authorizeCancel':
      if (pending?.kind !== 'permission') throw new Error('no permission sheet is open')
      return pending.answer((method === 'authorizeAllow') as never)
    case 'navigateLeft':
      return phone.pages.route('navigateBack', {})
    case 'switchTab':
      return phone.pages.route('switchTab', { url: (data as { url: string }).url, isTabTap: true })
    case 'goHome':
      phone.bus.emit('AppHide', {})
      return phone.runtime.callApp('onHide', {})
    case 'shareConfirm':
    case 'shareCancel':
      return {}
    default:
      throw new Error(`Tool.native ${method} is not supported by local phone`)
  }
}
