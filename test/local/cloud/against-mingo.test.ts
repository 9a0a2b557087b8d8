/** The matcher against another implementation of MongoDB's queries: the same answers where both know the operator. */
import fc from 'fast-check'
import { Query } from 'mingo'
import type { Fields } from '../../../local/cloud'
import { matcher } from '../../../local/cloud/query/match'

const scalar = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('a', 'b', true, false, null))
const object = fc.record({ k: scalar, j: scalar }, { requiredKeys: [] })
const field = fc.oneof(scalar, fc.array(fc.oneof(scalar, object), { maxLength: 3 }), object)
const doc = fc.record({ a: field, b: field }, { requiredKeys: [] })
/** null behind a comparison is left out: the other implementation does not count a missing field as null there. */
const bound = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('a', 'b'))
const condition = fc.oneof(
  fc.record({ $eq: bound }),
  fc.record({ $ne: bound }),
  fc.record({ $gt: bound }),
  fc.record({ $gte: bound, $lt: bound }),
  fc.record({ $in: fc.array(bound, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(bound, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $not: fc.record({ $gt: bound }) }),
)
/** At the end of a path through an array mingo takes what it found there together for an array. */
const onArray = fc.oneof(
  fc.record({ $size: fc.nat(3) }),
  // Not on the fields of elements: mingo lets a number stand for an object with it.
  fc.record({ $elemMatch: fc.record({ $gte: bound }) }),
)
const simple = fc.oneof(
  fc.dictionary(fc.constantFrom('a', 'b', 'a.k', 'b.j'), condition, { minKeys: 1, maxKeys: 2 }),
  fc.dictionary(fc.constantFrom('a', 'b'), onArray, { minKeys: 1, maxKeys: 1 }),
)
const query = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.record({ $nor: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
)

/** Without the prototypes that the generator takes away, and without undefined. */
const plain = (each: unknown): Fields => JSON.parse(JSON.stringify(each)) as Fields

test('a query finds the same documents as mingo does', () => {
  fc.assert(
    fc.property(fc.array(doc, { minLength: 5, maxLength: 10 }), query, (docs, wanted) => {
      const [own, other] = [matcher(wanted), new Query(wanted, { scriptEnabled: false })]
      const found = (test: (each: Fields) => boolean) => docs.map((each) => test(plain(each)))
      expect(found(own)).toEqual(found((each) => other.test(each)))
    }),
    { numRuns: 400 },
  )
})
