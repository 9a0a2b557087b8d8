/** The floor of a purchase: its three documents written in one transaction, as they come, without any rule or check. */
import { database } from '../../src/server/store/database'

interface Written {
  readonly purchase: object
  readonly entry: object | null
  readonly member: { readonly _id: string }
}

export const main = async (event: { readonly body: string }): Promise<object> => {
  const { purchase, entry, member } = JSON.parse(event.body) as Written
  const { _id, ...data } = member
  const within = await database.startTransaction()
  await within.collection('purchases').add({ data: purchase })
  if (entry) await within.collection('entries').add({ data: entry })
  await within.collection('members').doc(_id).set({ data })
  await within.commit()
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' }
}
