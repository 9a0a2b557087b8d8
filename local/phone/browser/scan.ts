/**
 * Owns where wx.scanCode looks. Under a test the Node side takes the picture; in a visitor's browser the page around
 * the phone is asked, which knows the other phones, unless its user takes a picture of their own. Nobody to ask and nothing
 * chosen: the scan was given up.
 */
import type { Phone } from './phone'
import { choosePicture } from './screen/choose-file'
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

type Seen = { text: string } | null

export function createScan(phone: () => Phone): Phone['scan'] {
  return async ({ onlyFromCamera }) => {
    const { phoneTakePicture } = window as TestWindow
    if (!phoneTakePicture) return look(phone(), onlyFromCamera)
    const picture = await phoneTakePicture()
    const text = picture && (await readPicture(picture))
    return text ? { text } : null
  }
}

async function look(phone: Phone, onlyFromCamera: boolean): Promise<Seen> {
  let isChoosing = false
  let chose: (seen: Seen) => void = () => {}
  const fromAlbum = new Promise<Seen>((resolve) => (chose = resolve))
  const choose = async () => {
    isChoosing = true
    const picture = await choosePicture()
    isChoosing = false
    if (!picture) return
    const text = await readPicture(picture).catch(() => null)
    if (text) chose({ text })
    else phone.dialogs.showToast({ title: '未发现二维码', icon: 'none' })
  }
  const screen = phone.dialogs.scanner(onlyFromCamera ? undefined : () => void choose())
  const stage = askStage(phone, () => isChoosing)
  const seen = await Promise.race([stage.answered, fromAlbum, screen.givenUp])
  stage.forget()
  screen.close()
  return seen
}

/** @param isBusy while true a camera that saw nothing ends no scan */
function askStage(phone: Phone, isBusy: () => boolean): { answered: Promise<Seen>; forget(): void } {
  const { id } = phone.settings
  let listener: (event: MessageEvent) => void = () => {}
  const answered = new Promise<Seen>((resolve) => {
    listener = ({ data }: MessageEvent) => {
      const answer = data as Partial<ScanAnswer> | null
      if (answer?.type !== 'phone.scanned' || answer.id !== id) return
      if (answer.text) resolve({ text: answer.text })
      else if (!isBusy()) resolve(null)
    }
  })
  if (window.parent !== window) {
    window.addEventListener('message', listener)
    window.parent.postMessage({ type: 'phone.scan', id }, '*')
  }
  return { answered, forget: () => window.removeEventListener('message', listener) }
}
