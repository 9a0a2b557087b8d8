/**
 * Owns where wx.scanCode looks. Under a test the Node side takes the picture; in a visitor's browser the page around
 * the phone is asked, which knows the other phones. No code, or nobody to ask: the scan was given up.
 */
import type { Phone } from './phone'
import { readPicture } from './screen/read-code'

interface TestWindow {
  /** answers a PNG as a data URL, or null; put here by the Node side */
  phoneTakePicture?: () => Promise<string | null>
}

export interface ScanAnswer {
  type: 'phone.scanned'
  id: string
  text: string | null
}

export function createScan(phone: () => Phone): Phone['scan'] {
  return async () => {
    const { phoneTakePicture } = window as TestWindow
    if (phoneTakePicture) {
      const picture = await phoneTakePicture()
      const text = picture && (await readPicture(picture))
      return text ? { text } : null
    }
    if (window.parent === window) return null
    return askStage(phone())
  }
}

async function askStage(phone: Phone): Promise<{ text: string } | null> {
  const { id } = phone.settings
  const screen = phone.dialogs.scanner()
  let listener: (event: MessageEvent) => void = () => {}
  const answered = new Promise<{ text: string } | null>((resolve) => {
    listener = ({ data }: MessageEvent) => {
      const answer = data as Partial<ScanAnswer> | null
      if (answer?.type !== 'phone.scanned' || answer.id !== id) return
      resolve(answer.text ? { text: answer.text } : null)
    }
    window.addEventListener('message', listener)
  })
  window.parent.postMessage({ type: 'phone.scan', id }, '*')
  const text = await Promise.race([answered, screen.givenUp])
  window.removeEventListener('message', listener)
  screen.close()
  return text
}
