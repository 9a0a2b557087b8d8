/** The mark of the product, the same in every language. */
export const SEAL = '熟'
