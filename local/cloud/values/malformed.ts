/** A query or a pipeline whose operand has a shape that nobody foresaw is the caller's mistake, not a fault of the cloud. */
import { badRequest } from '../errors'

export function refuseMalformed<T>(what: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw badRequest(`${what} is malformed: ${error.message.slice(0, 200)}`)
    throw error
  }
}
