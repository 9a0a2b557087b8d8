/** The mall of an end-to-end file and the phones in it: a test begins with an empty mall, and ends with no phone left. */
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../local/phone'
import { mallOfFile, type Mall } from '../server/mall'
import { personWithPhone, type Person, type PersonOptions } from './driver'

export interface MallWithPhones {
  /** The mall of the running test. */
  readonly mall: () => Mall
  /** Somebody's phone, with the mini program open on the card page or on another; put away after the test. */
  readonly phone: (
    openid: string,
    setting?: Omit<PersonOptions, 'cloudUrl' | 'browser' | 'openid'>,
  ) => Promise<Person>
}

/** Registers the start and end of a file's cloud and browser. */
export function mallWithPhones(): MallWithPhones {
  const mall = mallOfFile()
  let browser: Browser
  let people: Person[] = []
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    await Promise.all(people.map((person) => person.goAway()))
    people = []
  })
  afterAll(() => browser.close())
  return {
    mall,
    phone: async (openid, setting = {}) => {
      const person = await personWithPhone({ cloudUrl: mall().cloud.url, browser, openid, ...setting })
      people.push(person)
      return person
    },
  }
}
