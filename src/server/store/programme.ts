/** The programme in force, by version. An installation that has published none runs the shipped one. */
import { MALL_PROGRAMME } from '../../domain/programme/default-programmes'
import { programmeIn, type Language } from '../../domain/programme/in-language'
import type { Programme } from '../../domain/programme/programme'
import { uptime } from '../run/clock'
import { collection } from './collection'
import { warm } from './warm'

export interface ProgrammeDocument extends Programme {
  readonly _id: string
}

export const programmes = collection<ProgrammeDocument>('programme', [
  { name: 'version', fields: [['version', -1]] },
])

const warmProgramme = warm<Programme>()

/** The highest version published, at most a minute old by the instance's own time. */
export const programmeInForce = (): Promise<Programme> =>
  warmProgramme('in-force', uptime(), async () => (await programmes.first({}, 'version')) ?? MALL_PROGRAMME)

/** The same with its names as the caller reads them. */
export const programmeFor = async ({ language }: { readonly language: Language }): Promise<Programme> =>
  programmeIn(await programmeInForce(), language)
