/**
 * The page around the phones: puts everything on the stage, then follows the server's pulse.
 * Invariant: phones are switched on once there is a cloud, and started over when it became another one.
 */
import type { StageContent } from '../content'
import type { Pulse } from '../pulse'
import { askPulse } from './ask'
import { holdCameras } from './camera'
import { handCardsOn } from './cards'
import { createCover } from './cover'
import { createLedger } from './ledger'
import { createMallClock } from './mall-clock'
import { serviceMail } from './mail'
import { forgetPhones } from './memory'
import { createNotice } from './notice'
import { createPhoneView } from './phone-view'
import { createRail } from './rail'
import { createTable } from './table'
import './style/tokens.css'
import './style/rail.css'
import './style/table.css'
import './style/people.css'
import './style/inbox.css'
import './style/ledger.css'
import './style/cover.css'
import { currentLanguage } from './words'

const PULSE_MS = { starting: 250, open: 1000 }
const A_NIGHT_MS = 20 * 3_600_000

const { stageContent: content } = window as unknown as { stageContent: StageContent }

document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en'
const phones = content.sides.map(createPhoneView)
const ledger = createLedger(content)
const notice = createNotice()
const cover = createCover(content)
const clock = createMallClock((byMs) => {
  phonesFollow(byMs)
  void follow()
})
let generation = 0
let lastMessage = 0
const table = createTable({
  phones,
  notice: notice.root,
  cover: cover.root,
  onShown: (phone) => void (generation > 0 && phone.wake()),
})
document.body.append(createRail(content, clock, table.choice), table.root, ledger.root)

holdCameras(phones, {
  seesNothing: (hint, looker, looksAt) =>
    notice.hint(hint, looker.frame, table.isShown(looksAt) ? null : () => table.show(looksAt)),
  seesCode: (looksAt) => {
    notice.clearHint()
    looksAt.glint()
  },
  isOver: () => notice.letHintGo(),
})

handCardsOn(phones, () => clock.now())

function phonesFollow(byMs: number): void {
  for (const phone of phones) {
    const handle = phone.handle()
    // Overnight WeChat puts a mini program away; who comes back the next day opens it anew.
    void handle?.refreshClock().then(() => Math.abs(byMs) >= A_NIGHT_MS && handle.open(phone.side.entry))
  }
}

let timer: ReturnType<typeof setTimeout> | undefined

async function follow(): Promise<void> {
  clearTimeout(timer)
  const pulse = document.hidden
    ? undefined
    : await askPulse({ request: ledger.after(), message: lastMessage })
  if (pulse !== undefined) take(pulse)
  const isOpen = pulse === undefined || pulse?.phase.kind === 'open'
  clearTimeout(timer)
  timer = setTimeout(() => void follow(), isOpen ? PULSE_MS.open : PULSE_MS.starting)
}

function take(pulse: Pulse | null): void {
  notice.lost(
    pulse === null ? 'silent' : pulse.phase.kind === 'open' && pulse.now === null ? 'cloudSilent' : null,
  )
  if (!pulse) return
  cover.show(pulse.phase)
  const movedMs = clock.follow(pulse.now)
  for (const phone of phones) phone.check()
  if (pulse.phase.kind !== 'open' || pulse.now === null) return
  const isOther = generation !== 0 && generation !== pulse.generation
  if (isOther) {
    forgetPhones()
    ledger.clear()
    lastMessage = 0
    for (const { inbox } of phones) inbox.clear()
  }
  ledger.add(pulse.requests)
  const mail = pulse.messages.map((message) => serviceMail(message, content.messageTitles ?? {}))
  for (const { inbox } of phones) inbox.take(mail)
  lastMessage = pulse.messages.at(-1)?.id ?? lastMessage
  if (generation === pulse.generation) {
    if (movedMs !== 0) phonesFollow(movedMs)
    return
  }
  generation = pulse.generation
  clock.begin()
  for (const phone of phones) {
    if (table.isShown(phone)) phone.open()
    else phone.rest()
  }
}

document.addEventListener('visibilitychange', () => void follow())
void follow()
