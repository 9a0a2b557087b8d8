/**
 * The open API on the server side. Invariant: a function may call what its config.json lists, and nothing else; what is
 * not served is refused by its name.
 */
import type { MovableClock } from '../clock'
import type { FunctionDefinition } from '../functions/definition'
import type { Sqlite } from '../store/sqlite'
import type { Strictness } from '../strictness'
import { type OpenApiAnswer, type OpenApiInput, refusal } from './answer'
import { Codes } from './codes'
import { checkImage, checkMedia, checkText } from './content-check'
import { Links } from './links'
import { OpenData } from './open-data'
import { PhoneNumbers } from './phone-numbers'
import { SubscribeMessages } from './subscribe-messages'

type Api = (input: OpenApiInput) => OpenApiAnswer

export interface OpenApiParts {
  sqlite: Sqlite
  clock: MovableClock
  strict: Strictness
  /** The pages that are published; all there are, when it is not given. */
  pages?: readonly string[] | undefined
}

/** Real APIs that this stand-in does not serve; anything else does not exist. */
const KNOWN =
  /^(subscribeMessage|wxacode|security|urllink|urlscheme|uniformMessage|templateMessage|updatableMessage|customerServiceMessage|img|ocr|search|serviceMarket|logistics|phonenumber|express|riskControl|openapi)\./

export class OpenApi {
  readonly phoneNumbers: PhoneNumbers
  readonly messages: SubscribeMessages
  readonly links: Links
  readonly openData: OpenData
  private readonly apis: ReadonlyMap<string, Api>

  constructor(private readonly parts: OpenApiParts) {
    const codes = new Codes(parts)
    const phoneNumbers = new PhoneNumbers(parts.clock)
    const messages = new SubscribeMessages(parts)
    const links = new Links(parts)
    this.phoneNumbers = phoneNumbers
    this.messages = messages
    this.links = links
    this.openData = new OpenData(parts)
    this.apis = new Map<string, Api>([
      ['phonenumber.getPhoneNumber', (input) => phoneNumbers.exchange(input)],
      ['security.imgSecCheck', checkImage],
      ['security.mediaCheckAsync', checkMedia],
      ['security.msgSecCheck', checkText],
      ['subscribeMessage.send', (input) => messages.send(input)],
      ['urllink.generate', (input) => links.urlLink(input)],
      ['urlscheme.generate', (input) => links.urlScheme(input)],
      ['wxacode.createQRCode', (input) => codes.ofPath(input)],
      ['wxacode.get', (input) => codes.ofPath(input)],
      ['wxacode.getUnlimited', (input) => codes.ofScene(input)],
    ])
  }

  call(name: string, input: OpenApiInput, caller: FunctionDefinition | undefined): OpenApiAnswer {
    if (!KNOWN.test(name)) return { errorCode: -604100 }
    if (!caller?.openApi.includes(name) && this.parts.strict.openApiPermission) return { errorCode: -604101 }
    const api = this.apis.get(name)
    return api ? api(input) : refusal(-1, `local cloud does not implement openapi.${name} yet`)
  }

  reset(): void {
    this.messages.reset()
    this.links.reset()
  }
}
