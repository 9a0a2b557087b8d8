/** What counts of a typed receipt number. Pure. */
const RECEIPT = /^[A-Za-z0-9_.:-]{1,64}$/

/** As a till writes it: Chinese keyboards type wide letters, and people copy blanks. */
export const receiptTyped = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')

export const isReceipt = (receipt: string): boolean => RECEIPT.test(receipt)
