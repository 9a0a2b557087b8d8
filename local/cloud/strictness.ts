/**
 * The rules of production that this stand-in enforces, each a switch that is on unless it is named.
 * Invariant: a rule that is off changes what is refused or counted, never what is stored for a caller who keeps it.
 */
export interface StrictRule {
  /** What holds while the switch is on. */
  meaning: string
  /**
   * Where it comes from: `doc` an official page, `src` the SDK's source, `run` measured with the SDK, `field` public
   * projects and threads, `unverified` the careful side of what nobody has checked.
   */
  source: 'doc' | 'src' | 'run' | 'field' | 'unverified'
}

export const STRICT_RULES = {
  queryLimit: {
    meaning: 'a query answers 100 documents when it gives no limit, and 1000 at most',
    source: 'run',
  },
  collectionMustExist: {
    meaning: 'a collection that was neither declared nor created gives -502005',
    source: 'src',
  },
  countsChanges: {
    meaning: '`stats.updated` counts the documents that changed, not those that matched',
    source: 'field',
  },
  missingIsNull: {
    meaning: 'a unique index counts a missing field as null, so two documents without it collide',
    source: 'doc',
  },
  indexKeySize: { meaning: 'an index key has 1024 bytes at most', source: 'doc' },
  indexQuota: { meaning: '20 indexes in a collection and 100 collections at most', source: 'doc' },
  documentSize: { meaning: 'a document has 5 MB at most', source: 'field' },
  resultSize: { meaning: 'the result of a query has 16 MB at most', source: 'doc' },
  geoIndex: {
    meaning: '`geoNear` needs a geographical index on its field',
    source: 'doc',
  },
  regexFlags: { meaning: 'a regular expression has no flags but i, m, s and x', source: 'run' },
  serverDateConverted: {
    meaning: 'an object `{offset: <number>}` alone is a `serverDate()` that the SDK did not convert',
    source: 'run',
  },
  dottedNames: { meaning: 'the name of a stored field has no dot', source: 'unverified' },
  commandsConverted: {
    meaning: 'an object `{operator, operands, fieldName}` is a command that the SDK did not convert',
    source: 'run',
  },
  transactionDocuments: {
    meaning: 'a transaction takes part in `doc()` and in `add` of one document, not in `where().get()`',
    source: 'doc',
  },
  outsideTransaction: {
    meaning:
      'while an invocation has an open transaction, what the SDK would run outside of it is refused: `where().update()`, `where().remove()`, `count()`, `aggregate()`',
    source: 'run',
  },
  transactionTime: { meaning: 'a transaction ends after 30 seconds', source: 'doc' },
  transactionVolume: { meaning: 'a transaction writes 40 times and 2 MB at most', source: 'field' },
  transactionServerDate: {
    meaning: 'an `add` inside a transaction takes no `serverDate()`',
    source: 'field',
  },
  awaitedCalls: {
    meaning: 'a call that a function left behind when it returned is refused, and reported in its log',
    source: 'doc',
  },
  functionTime: {
    meaning: 'a function has 60 seconds at most, whatever its config.json says',
    source: 'field',
  },
  functionMemory: { meaning: 'a function has the memory of its config.json, 256 MB without', source: 'doc' },
  eventSize: {
    meaning: 'an event has 100 KB at most from the mini program, 6 MB from elsewhere',
    source: 'doc',
  },
  functionResultSize: { meaning: 'the result of a function has 1 MB at most', source: 'src' },
  nestedIdentity: { meaning: 'a function called by a function gets no OPENID', source: 'unverified' },
  oneTrigger: { meaning: 'a function has one trigger at most', source: 'doc' },
  triggerName: {
    meaning: 'the name of a trigger has 60 letters, digits, - and _ at most, and begins with a letter',
    source: 'doc',
  },
  filePath: {
    meaning:
      'the path of a file does not begin or end with /, has no // and no control character, 850 bytes at most',
    source: 'doc',
  },
  fileSize: { meaning: 'a file of the storage has 50 MB at most', source: 'doc' },
  fileBatch: { meaning: 'addresses are given for 50 files at once, 50 are deleted at once', source: 'doc' },
  fileOwner: {
    meaning: 'the mini program replaces and deletes only files that the same person uploaded',
    source: 'doc',
  },
  temporaryUrls: {
    meaning: 'a temporary address ends after its `maxAge`: 10 minutes, unless said otherwise, a day at most',
    source: 'doc',
  },
  codeScene: {
    meaning: "a scene has 32 characters at most, of `0-9A-Za-z!#$&'()*+,/:;=?@-._~`; else 40169",
    source: 'unverified',
  },
  codePage: {
    meaning:
      'the page of a code is published, without / in front and without a query, else 41030; that of a link, else 40165',
    source: 'doc',
  },
  codeWidth: { meaning: 'a code is 280 to 1280 px wide, else 40097', source: 'unverified' },
  codeRate: { meaning: '5000 codes are made in a minute, then 45009', source: 'doc' },
  messageGrants: {
    meaning: 'a subscribe message takes one consent of its template, without one it gives 43101',
    source: 'field',
  },
  messageValues: {
    meaning: 'a value of a subscribe message keeps the limits of its type, else 47003',
    source: 'field',
  },
  paymentTime: { meaning: 'an order is paid within two hours', source: 'doc' },
  cloudIdTime: { meaning: 'a CloudID stands for its data for five minutes', source: 'doc' },
  openApiPermission: {
    meaning: 'an open API that config.json does not list answers -604101',
    source: 'doc',
  },
} as const satisfies Record<string, StrictRule>

export type StrictRuleName = keyof typeof STRICT_RULES
export type Strictness = Readonly<Record<StrictRuleName, boolean>>
/** `false` switches every rule off, an object those that it names with false. */
export type StrictOption = boolean | Partial<Record<StrictRuleName, boolean>>

const NAMES = Object.keys(STRICT_RULES) as StrictRuleName[]

/** Throws when a name is no rule: a switch that does nothing would be believed. */
export function strictnessOf(option: StrictOption = true): Strictness {
  const named = typeof option === 'object' ? option : {}
  const unknown = Object.keys(named).find((name) => !(name in STRICT_RULES))
  if (unknown) throw new Error(`no strict rule ${unknown}; there are ${NAMES.join(', ')}`)
  return Object.fromEntries(NAMES.map((name) => [name, named[name] ?? option !== false])) as Strictness
}

export const STRICT: Strictness = strictnessOf()

/** For the command line: `all`, or the names of rules to switch off. */
export function lenientIn(names: readonly string[]): StrictOption {
  if (names.includes('all')) return false
  return Object.fromEntries(names.map((name) => [name, false]))
}
