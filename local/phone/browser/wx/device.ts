/** Owns the phone as a thing: brightness, clipboard, vibration, camera. */
import type { Phone } from '../phone'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

const SILENT = [
  'vibrateShort',
  'vibrateLong',
  'setKeepScreenOn',
  'hideKeyboard',
  'makePhoneCall',
  'setVisualEffectOnCapture',
]

export function deviceApis(phone: Phone): ApiGroup {
  let clipboard = ''
  return {
    later: {
      ...Object.fromEntries(SILENT.map((name) => [name, () => {}])),
      setScreenBrightness: ({ value }) => {
        phone.screen.brightness = Number(value)
      },
      getScreenBrightness: () => ({ value: phone.screen.brightness }),
      setClipboardData: async ({ data }) => {
        await phone.privacy.require('setClipboardData')
        clipboard = String(data)
        phone.dialogs.showToast({ title: '内容已复制' })
        return { data: clipboard }
      },
      getClipboardData: async () => {
        await phone.privacy.require('getClipboardData')
        return { data: clipboard }
      },
      getBatteryInfo: () => ({ level: 86, isCharging: false, isLowPowerModeEnabled: false }),
      scanCode: (options) => scan(phone, options),
      previewImage: (options) => preview(phone, options),
    },
    now: {
      getBatteryInfoSync: () => ({ level: 86, isCharging: false, isLowPowerModeEnabled: false }),
    },
  }
}

async function scan(phone: Phone, { onlyFromCamera }: Options): Promise<object> {
  const seen = await phone.scan({ onlyFromCamera: onlyFromCamera === true })
  if (!seen) refuse('scanCode:fail cancel')
  const rawData = btoa(unescape(encodeURIComponent(seen.text)))
  const scanned = { result: seen.text, charSet: 'UTF-8', rawData }
  const isOurs = phone.entrance.isCode(seen.text)
  return isOurs ? { ...scanned, scanType: 'WX_CODE', path: seen.text } : { ...scanned, scanType: 'QR_CODE' }
}

function preview(phone: Phone, { urls }: Options): void {
  phone.messages.warn(
    `previewImage shows nothing on a local phone (${(urls as string[] | undefined)?.length ?? 0} images)`,
  )
}
