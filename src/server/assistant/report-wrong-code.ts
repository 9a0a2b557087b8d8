/** A code that proves nothing: too old, or made up. Ten in a minute slow the assistant down and leave a trace in `audit`. */
import { command } from '../run/command'
import { refuse, type Refused } from '../run/outcome'
import { audit } from '../store/audit'
import { forgetStaff, staff, type StaffDocument } from '../store/staff'
import { countWrongCode } from '../store/wrong-codes'

const MOST_WRONG_A_MINUTE = 10
const SLOWED_MS = 60_000

export async function reportWrongCode(who: StaffDocument, at: number): Promise<Refused> {
  const minute = Math.floor(at / 60_000)
  const counted = await command({ inputHash: '', find: async () => null }, async (within) => {
    const count = await countWrongCode(who._id, minute, within)
    if (count === MOST_WRONG_A_MINUTE) {
      // Read anew: what a warm instance remembers may be a minute old, and writing it back would undo a dismissal.
      const now = await staff.get(who._id, within)
      if (now) await staff.replace({ ...now, slowedUntil: at + SLOWED_MS }, within)
      await audit.insert(
        {
          _id: `audit:wrong-codes:${who._id}:${minute}`,
          at,
          by: who._id,
          action: 'wrong-codes',
          subject: who.storeId,
          inputHash: '',
          answer: { count },
        },
        within,
      )
    }
    return { data: count }
  })
  if (!('data' in counted) || counted.data < MOST_WRONG_A_MINUTE) return refuse('code.expired')
  forgetStaff(who._id)
  return refuse('code.too-many-wrong')
}
