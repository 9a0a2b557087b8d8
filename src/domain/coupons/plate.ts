/**
 * Number plates of the mainland: a province, a letter, then five letters and digits, six of a car that runs on electricity.
 * Invariant: a plate that is kept is in capitals and without blanks or dots; I and O are on none.
 */
const PROVINCES =
  '\u4eac\u6d25\u6caa\u6e1d\u5180\u8c6b\u4e91\u8fbd\u9ed1\u6e58\u7696\u9c81\u65b0\u82cf\u6d59\u8d63\u9102\u6842\u7518\u664b\u8499\u9655\u5409\u95fd\u8d35\u7ca4\u9752\u85cf\u5ddd\u5b81\u743c'
/** Trailers, learners, police, cars from Hong Kong and Macau. */
const LAST = '\u6302\u5b66\u8b66\u6e2f\u6fb3'
const LETTER = 'A-HJ-NP-Z'
const PLATE = new RegExp(
  `^[${PROVINCES}][${LETTER}]([${LETTER}0-9]{4}[${LETTER}0-9${LAST}]|[${LETTER}0-9]{6})$`,
)

/** As it is kept; null when there can be no such plate. */
export function readPlate(typed: string): string | null {
  const plate = typed.toUpperCase().replace(/[\s.\u00b7\u2022-]/g, '')
  return PLATE.test(plate) && /\d/.test(plate) ? plate : null
}
