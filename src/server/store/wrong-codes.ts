/** Wrong member codes per assistant and minute: ten of them are no accident. */
import { collection, type Transaction } from './collection'

export interface WrongCodesDocument {
  readonly _id: string
  readonly count: number
}

export const wrongCodes = collection<WrongCodesDocument>('wrong-codes')

/** Counts one more and says how many there are in this minute. */
export async function countWrongCode(openid: string, minute: number, within: Transaction): Promise<number> {
  const _id = `wrong:${openid}:${minute}`
  const count = ((await wrongCodes.get(_id, within))?.count ?? 0) + 1
  await wrongCodes.replace({ _id, count }, within)
  return count
}
