/** Digits in fours, as they are read aloud: `88062317` → `8806 2317`. */
export const groupedDigits = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ')
