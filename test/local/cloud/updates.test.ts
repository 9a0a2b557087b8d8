/** Update operators alone: applied as MongoDB applies them, refused as MongoDB refuses them. */
import { updated } from '../../../local/cloud/update/update'
import type { Fields } from '../../../local/cloud'

const apply = (doc: Fields, update: Fields) => {
  const { _id, ...rest } = updated({ _id: 'x', ...doc }, update)
  expect(_id).toBe('x')
  return rest
}

describe('an update', () => {
  it.each<[string, Fields, Fields, Fields]>([
    ['$set makes the objects on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set reaches into an array and pads it', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [
      '$unset removes, and leaves a null in an array',
      { a: 1, b: [1, 2] },
      { $unset: { a: '', 'b.0': '', c: '' } },
      { b: [null, 2] },
    ],
    ['$inc begins at the operand', { a: 1 }, { $inc: { a: 2, b: 3 } }, { a: 3, b: 3 }],
    ['$mul begins at zero', { a: 2 }, { $mul: { a: 4, b: 3 } }, { a: 8, b: 0 }],
    [
      '$min and $max keep the extreme',
      { a: 5, b: 5 },
      { $min: { a: 3 }, $max: { b: 3, c: 1 } },
      { a: 3, b: 5, c: 1 },
    ],
    ['$rename moves', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['$push appends one', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    [
      '$push positions, sorts and slices',
      { a: [3] },
      { $push: { a: { $each: [1, 2], $position: 0, $sort: -1, $slice: 2 } } },
      { a: [3, 2] },
    ],
    [
      '$push sorts by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$pull removes what equals', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['$pull removes what matches', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull matches fields of elements',
      { a: [{ k: 1, z: 1 }, { k: 2 }] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }] },
    ],
    ['$pullAll removes every value listed', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    [
      '$pop takes from either end',
      { a: [1, 2, 3], b: [1, 2] },
      { $pop: { a: 1, b: -1 } },
      { a: [1, 2], b: [2] },
    ],
  ])('does what MongoDB does, when %s', (_title, before, update, after) => {
    expect(apply(before, update)).toEqual(after)
  })

  it.each<[string, Fields, Fields, RegExp]>([
    [
      'a path leads through null',
      { a: null },
      { $set: { 'a.b': 1 } },
      /Cannot create field 'b' in element {a: null}/,
    ],
    [
      'a path leads through a number',
      { a: { b: 1 } },
      { $inc: { 'a.b.c': 1 } },
      /Cannot create field 'c' in element {b: 1}/,
    ],
    ['an array gets a named field', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
    ['$inc meets a string', { a: '1' }, { $inc: { a: 1 } }, /non-numeric type string/],
    ['$inc meets null', { a: null }, { $inc: { a: 1 } }, /non-numeric type null/],
    ['$inc is given a string', {}, { $inc: { a: '1' } }, /non-numeric argument/],
    ['$push meets a number', { a: 1 }, { $push: { a: 1 } }, /must be an array but is of type int/],
    ['$pull meets a string', { a: 'x' }, { $pull: { a: 'x' } }, /non-array value/],
    ['$addToSet meets an object', { a: {} }, { $addToSet: { a: 1 } }, /non-array type object/],
    ['two operators change one path', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
    ['one path lies below another', {}, { $set: { 'a.b': 1, a: 2 } }, /'a.b' would create a conflict at 'a'/],
    ['_id is changed', {}, { $set: { _id: 'y' } }, /immutable field '_id'/],
    ['a stored name begins with a dollar', {}, { $set: { a: { $b: 1 } } }, /dollar/],
    [
      'an operator is unknown here',
      {},
      { $currentDate: { a: true } },
      /does not implement the update operator \$currentDate/,
    ],
    [
      'a nested serverDate() was not converted',
      {},
      { $set: { at: { offset: 0 } } },
      /looks like a serverDate/,
    ],
  ])('is refused, when %s', (_title, before, update, text) => {
    expect(() => apply(before, update)).toThrow(text)
  })

  it('leaves the document as it was, when its second part is refused', () => {
    const before = Object.freeze({ _id: 'x', a: 1, b: 'text' })
    expect(() => updated(before, { $inc: { a: 1, b: 1 } })).toThrow()
    expect(before).toEqual({ _id: 'x', a: 1, b: 'text' })
  })
})
