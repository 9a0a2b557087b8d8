/** The audit finds nothing in a ledger whose exchanges were made by the rules, and every single thing that is broken in it. */
import { applyChange, returning, spending } from '../../src/domain/points/purse'
import { businessDayOf } from '../../src/domain/time/business-day'
