/** The languages in which members read, and a programme's own names in one of them. */
import type { Programme, Tier } from './programme'

/** The first is what a mall writes in. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A name as a document kept it, in a language where it was written in it. */
export const nameIn = (
  { name, english }: { readonly name: string; readonly english?: { readonly name: string } | undefined },
  language: Language,
): string => (language === 'en' ? (english?.name ?? name) : name)

const tierIn = (tier: Tier, language: Language): Tier =>
  language === 'en' ? { ...tier, ...tier.english } : tier

/** The programme with the names of tiers and benefits in a language, where the mall has written them in it. */
export const programmeIn = (programme: Programme, language: Language): Programme =>
  language === 'zh-CN'
    ? programme
    : { ...programme, ladder: programme.ladder.map((tier) => tierIn(tier, language)) }

/** A tier's name as it was kept by a document, in another language; as it was kept when the ladder no longer has it. */
export function tierNameIn(programme: Programme, name: string, language: Language): string {
  const tier = programme.ladder.find((each) => each.name === name)
  return tier ? tierIn(tier, language).name : name
}
