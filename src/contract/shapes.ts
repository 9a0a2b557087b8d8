/** Shapes that several doors share: ids, amounts, codes. Anything else in a request is refused, not dropped. */
import * as v from 'valibot'

export const NoInput = v.optional(v.strictObject({}), {})
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:._-]{1,128}$/))
export const AmountFen = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(9_999_999_999))
export const Quantity = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000))
export const Day = v.pipe(v.string(), v.isoDate())
export const Phone = v.pipe(v.string(), v.regex(/^1\d{10}$/))
export const CardNumber = v.pipe(v.string(), v.regex(/^\d{8}$/))
export const PersonName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32))

export const RefundLines = v.pipe(
  v.array(v.strictObject({ line: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), quantity: Quantity })),
  v.minLength(1),
  v.maxLength(1200),
)
