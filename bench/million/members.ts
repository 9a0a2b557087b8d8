/**
 * A generated mall: members as years of shopping leave them, written straight into the store of a local cloud. A fixed number
 * of them is due in one night, whatever the size of the mall; everybody else later.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../../local/cloud/store/database'
import { openSqlite } from '../../local/cloud/store/sqlite'
import { PRODUCTION_LIMITS } from '../../local/cloud/store/transactions'
import type { Fields } from '../../local/cloud/values/document'
import type { IndexPlan } from '../../local/cloud/store/catalog'
import { newAccount, type Account } from '../../src/domain/members/account'
import { fen } from '../../src/domain/money/fen'
import { EMPTY_PURSE, type Lot } from '../../src/domain/points/purse'
import { MALL_PROGRAMME } from '../../src/domain/programme/default-programmes'
import { tierById } from '../../src/domain/programme/programme'
import { memberDueAt } from '../../src/domain/time-work/time-work'
import { standingFrom } from '../../src/domain/tiers/standing'
import { addDays, addMonths, startOfDay, type BusinessDay } from '../../src/domain/time/business-day'
import type { MemberDocument } from '../../src/server/store/members'

export interface GeneratedMall {
  readonly members: number
  /** Of them due on the night. */
  readonly due: number
  readonly night: BusinessDay
}

const BATCH = 1000

export async function writeMall(dataDir: string, functionsDir: string, mall: GeneratedMall): Promise<void> {
  const sqlite = openSqlite(dataDir)
  const database = new Database(sqlite, { limits: PRODUCTION_LIMITS, alsoWrite: () => undefined })
  database.declare(JSON.parse(readFileSync(join(functionsDir, 'indexes.json'), 'utf8')) as IndexPlan)
  const cost = { documentsRead: 0, documentsWritten: 0 }
  for (let from = 0; from < mall.members; from += BATCH) {
    const size = Math.min(BATCH, mall.members - from)
    const batch = Array.from({ length: size }, (_, n) => memberOf(from + n, mall) as unknown as Fields)
    await database.insert('members', batch, undefined, cost)
  }
  sqlite.close()
}

/** Whoever is due comes at equal distances, so that they lie anywhere in the store. */
function memberOf(n: number, { members, due, night }: GeneratedMall): MemberDocument {
  const step = Math.floor(members / due)
  const place = n % step === 0 && n / step < due ? n / step : null
  const account = place === null ? laterAccount(n, night) : dueAccount(place, night)
  const openedAt = startOfDay(addDays(night, -400 - (n % 900)))
  const id = `m${String(n).padStart(8, '0')}`
  const member: MemberDocument = {
    _id: id,
    openid: `openid-${id}`,
    cardNumber: String(80_000_000 + n),
    phoneHash: `hash-${id}`,
    phone: `138${String(n).padStart(8, '0')}`,
    phoneTail: String(n % 10_000).padStart(4, '0'),
    name: `member ${n}`,
    openedAt,
    joinedAt: openedAt,
    join: { operationId: `join-${id}`, inputHash: id, tookOver: false },
    profile: { salutation: null, birthday: null, birthdaySetOn: null, tags: ['tea'] },
    owner: {
      employment: `assistant-${n % 40}@0`,
      staffOpenid: `assistant-${n % 40}`,
      name: `assistant ${n % 40}`,
      storeId: 'store-1',
      since: openedAt,
      because: `purchase:till-1:${n}`,
    },
    account,
    recent: recentOf(n, openedAt),
    ...((place ?? n) % 10 === 4 && {
      messages: { quota: { points: 1 }, stopped: [], commercialOn: [], unread: 0 },
    }),
    // What was due before the night was done in time.
    timeDoneOn: addDays(night, -1),
  }
  const dueAt = memberDueAt(member)
  return dueAt === null ? member : { ...member, dueAt }
}

const recentOf = (n: number, openedAt: number): MemberDocument['recent'] =>
  Array.from({ length: 5 }, (_, place) => ({
    kind: 'purchase' as const,
    id: `purchase:till-1:${n}-${place}`,
    at: openedAt + place * 86_400_000,
    storeName: 'store-1',
    paidFen: 12_300,
    points: 123,
    upgradedTo: null,
  }))

const SHOPPING_DAYS = 12

/** Bought once a month; every lot has its own last day. */
function accountWith(lastDays: readonly BusinessDay[], night: BusinessDay): Account {
  const lots: Lot[] = lastDays.map((expiresOn) => ({ kind: 'purchase', expiresOn, left: 123 }))
  const days = Array.from({ length: SHOPPING_DAYS }, (_, n) => addDays(night, -20 - 28 * n))
  return {
    ...newAccount(MALL_PROGRAMME, addDays(night, -400)),
    purse: { ...EMPTY_PURSE, earned: 123 * lots.length, lots },
    spendByDay: Object.fromEntries(days.map((day) => [day, fen(12_300)])),
    visits: { count: SHOPPING_DAYS, lastDay: days[0] ?? null, dayBefore: days[1] ?? null },
  }
}

/** The first reminder comes after the night, on another day for everybody. */
const laterAccount = (n: number, night: BusinessDay): Account =>
  accountWith(
    Array.from({ length: 6 }, (_, lot) => addDays(night, 32 + (n % 250) + 9 * lot)),
    night,
  )

/** Of ten, six are reminded, three lose points, and the term of one is over. */
function dueAccount(place: number, night: BusinessDay): Account {
  const kind = place % 10
  const account = accountWith(
    [addDays(night, kind < 3 ? -1 : kind < 9 ? 30 : 90), addDays(night, 200)],
    night,
  )
  if (kind < 9) return account
  const { programme, gold } = { programme: MALL_PROGRAMME, gold: tierById(MALL_PROGRAMME, 'gold') }
  const since = addMonths(addDays(night, -1), -programme.termMonths)
  return {
    ...account,
    standing: { ...standingFrom(programme, gold, since), before: account.standing },
  }
}
