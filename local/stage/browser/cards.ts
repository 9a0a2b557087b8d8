/** A card that is shared on one phone arrives on all the others on the stage, as in a group that their people are in. */
import type { Card } from '../../phone'
import { cardMail } from './mail'
import type { PhoneView } from './phone-view'

/** @param now the mall's clock, ms; null when nobody knows it. */
export function handCardsOn(phones: readonly PhoneView[], now: () => number | null): void {
  window.addEventListener('message', ({ source, data }: MessageEvent) => {
    const shared = data as { type?: unknown; card?: Card } | null
    const sender = phones.find(({ frame }) => frame.contentWindow === source)
    if (!sender || shared?.type !== 'phone.share' || !shared.card) return
    for (const phone of phones)
      if (phone !== sender)
        phone.inbox.take([cardMail(shared.card, sender.holder(), phone.holder().openid, now())])
  })
}
