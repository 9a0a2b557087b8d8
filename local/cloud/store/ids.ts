/** Ids that nobody chose: 32 hexadecimal digits, as the platform's are. */
import { randomUUID } from 'node:crypto'

/** Chance is drawn ahead for many UUIDs at once; asking for single bytes takes longer than anything else in an `add`. */
export const newId = (): string => randomUUID().replaceAll('-', '')
