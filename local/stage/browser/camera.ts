/**
 * What a phone's camera sees: the screen of the phone it is held over. The code is read from pixels by the phone that
 * shows it; when there is none, the stage says what to do and the camera keeps looking for a while.
 */
import type { ScanAnswer } from '../../phone'
import type { Spoken } from '../content'
import type { PhoneView } from './phone-view'

const LEAST_LOOK_MS = 700
const LOOK_AGAIN_MS = 350
const LOOKS_FOR_MS = 8000

export interface CameraWatcher {
  /** Nothing to see at the phone that the camera is held over. */
  seesNothing(hint: Spoken, looker: PhoneView, looksAt: PhoneView): void
  seesCode(looksAt: PhoneView): void
  isOver(): void
}

export function holdCameras(phones: readonly PhoneView[], watcher: CameraWatcher): void {
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    const asked = data as { type?: unknown; id?: unknown } | null
    const phone = phones.find(({ frame }) => frame.contentWindow === source)
    if (!phone || asked?.type !== 'phone.scan' || typeof asked.id !== 'string') return
    const { id } = asked
    void look(phone, phones, watcher).then((text) => {
      const answer: ScanAnswer = { type: 'phone.scanned', id, text }
      phone.frame.contentWindow?.postMessage(answer, location.origin)
    })
  })
}

async function look(
  looker: PhoneView,
  phones: readonly PhoneView[],
  watcher: CameraWatcher,
): Promise<string | null> {
  const { side } = looker
  const shown = phones.find((phone) => phone.side.id === side.camera?.side)
  if (!side.camera || !shown) return null
  const giveUpAt = performance.now() + LOOKS_FOR_MS
  await pause(LEAST_LOOK_MS)
  for (;;) {
    const text = (await shown.handle()?.readCodeOnScreen()) ?? null
    if (text !== null) {
      watcher.seesCode(shown)
      return text
    }
    watcher.seesNothing(side.camera.seesNothing, looker, shown)
    if (performance.now() > giveUpAt) {
      watcher.isOver()
      return null
    }
    await pause(LOOK_AGAIN_MS)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
