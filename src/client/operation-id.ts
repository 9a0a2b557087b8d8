/** Makes operation ids: 22 characters that no other device makes too. Randomness in the mini program lives here. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export function makeOperationId(random: () => number = Math.random): string {
  return Array.from({ length: 22 }, () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length))).join('')
}
