/**
 * What a phone's camera sees: the screens of the other phones. The code is read from pixels by the phone that
 * shows it; when there is none, the stage says what to do and the camera keeps looking for a while.
 */
import type { ScanAnswer } from '../../phone'
import type { Spoken } from '../content'
import type { PhoneView } from './phone-view'

const LEAST_LOOK_MS = 700
const LOOK_AGAIN_MS = 350
const LOOKS_FOR_MS = 8000

export interface CameraWatcher {
  /** No code on any other phone; `looksAt` lies nearest. */
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
  const { camera } = looker.side
  const others = byNearness(looker, phones)
  const [nearest] = others
  if (!camera || !nearest) return null
  const giveUpAt = performance.now() + LOOKS_FOR_MS
  await pause(LEAST_LOOK_MS)
  for (;;) {
    for (const other of others) {
      const text = (await other.handle()?.readCodeOnScreen()) ?? null
      if (text === null) continue
      watcher.seesCode(other)
      return text
    }
    watcher.seesNothing(camera.seesNothing, looker, nearest)
    if (performance.now() > giveUpAt) {
      watcher.isOver()
      return null
    }
    await pause(LOOK_AGAIN_MS)
  }
}

/** Of several phones that show a code, the one that lies nearest is read. */
function byNearness(looker: PhoneView, phones: readonly PhoneView[]): PhoneView[] {
  const from = phones.indexOf(looker)
  const distance = (phone: PhoneView): number => Math.abs(phones.indexOf(phone) - from)
  return phones.filter((phone) => phone !== looker).sort((a, b) => distance(a) - distance(b))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
