/** What counts of a typed member code. Pure. */
export const CODE_DIGITS = 18

/** The digits alone: people copy the spaces that the code is printed with. */
export const codeDigits = (typed: string): string => typed.replace(/\D/g, '').slice(0, CODE_DIGITS)
