/** Taking a coupon of an offer: one at a time, and what came of the last tap. */
import { useCallback, useState } from 'react'
import type { CallAnswer } from '../../../../client/answer'
import { askAt } from '../../../../client/ask-to-tell'
import { errorText } from '../../../../client/error-text'
import { serverClockNow } from '../../../../client/phone-clock'
import { useCommand, viewOf } from '../../../../client/use-command'
import { dayText } from '../../../../components/day-words'
import type { ClaimedView } from '../../../../contract/coupon-views'
import { businessDay, businessDayOf } from '../../../../domain/time/business-day'
import { OFFERS_TEXT as text } from '../../../../text/coupons'
import { TERMS_TEXT } from '../../../../text/wallet'
import { words } from '../../../../text/member'

interface Said {
  readonly offerId: string
  readonly good: boolean
  readonly words: string
}

interface Claim {
  /** The offer that is being claimed. */
  readonly running: string | null
  readonly said: Said | null
  readonly run: (offerId: string) => void
}

function wordsOf(answer: CallAnswer<ClaimedView>): string {
  if (answer.ok) {
    const until = dayText(businessDay(answer.data.validUntil), businessDayOf(serverClockNow()))
    return [text.kept, TERMS_TEXT.until(until)].join(words.shared.comma)
  }
  if (viewOf(answer).state === 'unknown') return text.unknown
  const { title, advice } = errorText(answer.error)
  return [title, advice].join(words.shared.comma)
}

export function useClaim(): Claim {
  const { run: send } = useCommand('member', 'claim')
  const [running, setRunning] = useState<string | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const run = useCallback(
    (offerId: string) => {
      if (running !== null) return
      setRunning(offerId)
      askAt('coupon')
      void send({ offerId }).then((answer) => {
        setRunning(null)
        setSaid({ offerId, good: answer.ok, words: wordsOf(answer) })
      })
    },
    [running, send],
  )
  return { running, said, run }
}
