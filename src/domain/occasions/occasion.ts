/**
 * Occasions that the mall keeps beside birthdays: the anniversary of joining, which is each member's own day and time's work; and
 * days of the year, by the sun or the moon, which are the same for everybody: they are said on the day and are no work at all.
 */
import { giftFaults, type Gift } from '../gifts/gift'
import { isBusinessDay } from '../time/business-day'

export type OccasionDay =
  | { readonly anniversary: 'joining' }
  /** `MM-DD`; 29 February is the 28th in common years. */
  | { readonly solar: string }
  /** `MM-DD` of the Chinese calendar, never of a leap month; the 30th is the 29th of a month that ends with it. */
  | { readonly lunar: string }

export interface Occasion {
  readonly id: string
  readonly name: string
  /** What is said on the day, a sentence; absent: the name alone. */
  readonly greeting?: string
  readonly english?: { readonly name: string; readonly greeting?: string }
  readonly on: OccasionDay
  /** Of an anniversary. */
  readonly gift?: Gift
  /** Of a day of the year: the offer that goes with it, within its own hours. */
  readonly offerId?: string
}

export const isAnniversary = ({ on }: Occasion): boolean => 'anniversary' in on

/** The anniversary of joining, where the mall keeps it. */
export const anniversaryIn = (occasions: readonly Occasion[] = []): Occasion | undefined =>
  occasions.find(isAnniversary)

const MOST_OCCASIONS = 60
/** Has a 29 February. */
const LEAP_YEAR = 2024

/** What is wrong with a programme's occasions, in words. */
export function occasionFaults(occasions: readonly Occasion[] = []): string[] {
  const faults = occasions.flatMap(faultsOf)
  if (occasions.length > MOST_OCCASIONS) faults.push(`occasions are ${MOST_OCCASIONS} at most`)
  if (new Set(occasions.map(({ id }) => id)).size !== occasions.length)
    faults.push('two occasions share an id')
  if (occasions.filter(isAnniversary).length > 1) faults.push('there is one anniversary of joining')
  return faults
}

function faultsOf({ id, name, greeting, english, on, gift, offerId }: Occasion): string[] {
  const faults: string[] = []
  if (!/^[a-z0-9-]{1,32}$/.test(id)) faults.push(`occasion ${id}: the id is of a-z, 0-9 and -`)
  if (!name) faults.push(`occasion ${id}: it needs a name`)
  if (english && (!english.name || (english.greeting === undefined) !== (greeting === undefined)))
    faults.push(`occasion ${id}: in English it must have a name, and a greeting where it has one`)
  if ('solar' in on && !isSolar(on.solar)) faults.push(`occasion ${id}: there is no day ${on.solar}`)
  if ('lunar' in on && !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|30)$/.test(on.lunar))
    faults.push(`occasion ${id}: there is no lunar day ${on.lunar}`)
  const isOwnDay = 'anniversary' in on
  if (isOwnDay && (greeting !== undefined || offerId !== undefined))
    faults.push(`occasion ${id}: an anniversary has a gift, and no greeting or offer of a day`)
  if (gift && !isOwnDay) faults.push(`occasion ${id}: a gift is of an anniversary`)
  if (gift && isOwnDay) faults.push(...giftFaults(gift).map((fault) => `occasion ${id}: ${fault}`))
  return faults
}

const isSolar = (day: string): boolean => /^\d\d-\d\d$/.test(day) && isBusinessDay(`${LEAP_YEAR}-${day}`)
