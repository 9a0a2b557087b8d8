/** Words right after a name, with a space only where the name ends in Latin letters or digits: 顾晓雯登记, Amy 登记. */
export const after = (name: string, words: string): string =>
  /[\x21-\x7e]$/.test(name) ? `${name} ${words}` : `${name}${words}`
