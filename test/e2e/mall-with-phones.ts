/**
 * The mall of an end-to-end file and the phones in it: a test begins with an empty mall, and ends with no phone left. It has
 * passed when, beside what it asks itself, no phone threw and WeChat's compiler agrees with every page that is still shown.
 */
import type { Programme } from '../../src/domain/programme/programme'
import { mallOfFile, type Mall } from '../server/mall'
import { agreesWithWeChat } from './agreement'
import { keepArtefacts } from './artefacts'
import { closeDevTools, programOnDevTools } from './devtools'
import { personWith, personWithPhone, type Person, type PersonOptions } from './driver'
import { onDevTools } from './left-out'
import { runningTest } from './running'

export interface MallWithPhones {
  /** The mall of the running test. */
  readonly mall: () => Mall
  /** Somebody's phone, with the mini program open on the card page or on another; put away after the test. */
  readonly phone: (openid: string, setting?: Omit<PersonOptions, 'cloudUrl' | 'openid'>) => Promise<Person>
}

/**
 * Registers the start and end of a file's cloud.
 * @param programme in place of the shipped one.
 * @param env of the functions, in place of the usual one.
 */
export function mallWithPhones(programme?: Programme, env?: Record<string, string>): MallWithPhones {
  const mall = mallOfFile(undefined, programme, env)
  let people: Person[] = []
  afterEach(async () => {
    const here = people
    people = []
    const { name, failed } = runningTest()
    const wrong = failed ? null : await whatIsWrong(here)
    if (failed || wrong) await keepArtefacts(name, here, mall().cloud)
    await Promise.all(here.map((person) => person.goAway()))
    if (wrong) throw wrong
  })
  afterAll(closeDevTools)
  return {
    mall,
    phone: async (openid, setting = {}) => {
      const options = { cloudUrl: mall().cloud.url, openid, ...setting }
      const person = onDevTools()
        ? await personOnDevTools(people.length, options)
        : await personWithPhone(options)
      people.push(person)
      return person
    },
  }
}

async function personOnDevTools(nth: number, options: PersonOptions): Promise<Person> {
  const { program, phone } = await programOnDevTools(nth, options)
  return personWith(phone, program, () => phone.close())
}

async function whatIsWrong(people: readonly Person[]): Promise<Error | null> {
  try {
    for (const person of people) {
      await agreesWithWeChat(person)
      const thrown = (await person.phone.messages()).filter(({ type }) => type === 'exception')
      if (thrown[0]) return new Error(`the program threw: ${thrown[0].text}`)
    }
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
