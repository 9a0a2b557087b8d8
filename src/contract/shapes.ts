/** Shapes that several doors share: ids, amounts, codes. Anything else in a request is refused, not dropped. */
import * as v from 'valibot'
import { LONGEST_PIECE_NAME, MOST_PIECE_LINES, MOST_PIECES_OF_A_LINE } from './views'

export const NoInput = v.optional(v.strictObject({}), {})
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:._-]{1,128}$/))
/** An id that the mall chooses itself. */
export const ShortId = v.pipe(Id, v.maxLength(32), v.regex(/^[a-z0-9-]+$/))
export const AmountFen = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(9_999_999_999))
export const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000))
/** A day that there is: 2026-02-31 is none. */
export const Day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => {
    const start = Date.parse(`${day}T00:00:00Z`)
    return !Number.isNaN(start) && new Date(start).toISOString().startsWith(day)
  }),
)
export const Phone = v.pipe(v.string(), v.regex(/^1\d{10}$/))
export const CardNumber = v.pipe(v.string(), v.regex(/^\d{8}$/))
/** As a till numbers its receipts. */
export const Receipt = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.:-]{1,64}$/))
/** Something to be read aloud: no line breaks, nothing that turns the text around it, nothing but blanks and fillers. */
export const PersonName = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(32),
  v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u),
  v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u),
)

/** Pieces of one price each, as an assistant keys them in; the price of one piece in fen. */
export const KeyedLines = v.pipe(
  v.array(
    v.strictObject({
      name: v.nullable(v.pipe(PersonName, v.minLength(1), v.maxLength(LONGEST_PIECE_NAME))),
      quantity: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_PIECES_OF_A_LINE)),
      unitFen: AmountFen,
    }),
  ),
  v.minLength(1),
  v.maxLength(MOST_PIECE_LINES),
)

/** Coupons of one order, each once; how many go together is a rule of the domain. */
export const CouponIds = v.pipe(
  v.array(Id),
  v.minLength(1),
  v.maxLength(20),
  v.check((ids) => new Set(ids).size === ids.length),
)

/** A number plate as it is keyed in; whether there can be such a one is a rule of the domain. */
export const Plate = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(16))

export const RefundLines = v.pipe(
  v.array(v.strictObject({ line: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), quantity: Quantity })),
  v.minLength(1),
  v.maxLength(1200),
)

/** An instant in ms UTC. */
export const Instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** A whole number of things that can be shown: points, a version. */
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Whether there is such a day is a rule of the domain, not of the shape. */
export const BirthdayShape = v.strictObject({
  calendar: v.picklist(['solar', 'lunar']),
  year: v.nullable(v.pipe(v.number(), v.safeInteger())),
  month: v.pipe(v.number(), v.safeInteger()),
  day: v.pipe(v.number(), v.safeInteger()),
  leapMonth: v.boolean(),
})

/** Base64 that begins as a PNG or a JPEG does; how large it may be is a rule of the domain. */
export const Picture = v.pipe(
  v.string(),
  v.maxLength(60_000),
  v.regex(/^(iVBORw0KGgo|\/9j\/)[A-Za-z0-9+/]*={0,2}$/),
)

/** A few short words of the member's own. */
export const Tags = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(12))),
  v.maxLength(12),
  v.check((tags) => new Set(tags).size === tags.length),
)

export const VisitToken = v.pipe(v.string(), v.minLength(16), v.maxLength(512))
