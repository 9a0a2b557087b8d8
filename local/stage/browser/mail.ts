/** What can arrive on a phone: a service message of the mini program, or a card that somebody shared. */
import type { Card } from '../../phone'
import type { Person, Spoken } from '../content'
import type { ServiceMessage } from '../pulse'
import { say, spoken } from './words'

export interface Mail {
  /** Who it is for. */
  readonly openid: string
  readonly from: () => string
  readonly title: () => string
  readonly lines: readonly string[]
  /** By the mall's clock, ms; null when nobody knows it. */
  readonly at: number | null
  /** A card's picture. */
  readonly picture: string | null
  /** What a tap opens, and how WeChat would say its user came; null when it opens nothing. */
  readonly opens: { readonly page: string; readonly scene: number } | null
}

/** WeChat's numbers for how somebody came. */
const BY_CARD = 1007
const BY_SERVICE_MESSAGE = 1014

export function serviceMail(
  { openid, templateId, lines, page, sentAt }: ServiceMessage,
  titles: Readonly<Record<string, Spoken>>,
): Mail {
  const title = titles[templateId]
  return {
    openid,
    from: () => say('serviceMessage'),
    title: () => (title ? spoken(title) : templateId),
    lines,
    at: sentAt,
    picture: null,
    opens: page === null ? null : { page: `/${page.replace(/^\//, '')}`, scene: BY_SERVICE_MESSAGE },
  }
}

export const cardMail = (
  { title, path, imageUrl }: Card,
  from: Person,
  openid: string,
  at: number | null,
): Mail => ({
  openid,
  from: () => `${spoken(from.name)} ${say('shared')}`,
  title: () => title,
  lines: [],
  at,
  picture: imageUrl || null,
  opens: { page: path, scene: BY_CARD },
})
