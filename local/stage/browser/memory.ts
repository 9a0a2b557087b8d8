/** What the page remembers of its visitor between visits, in a drawer of its own beside the phones' storage. */
const DRAWER = 'stage/'

export const recall = (name: string): string | null => localStorage.getItem(DRAWER + name)

export const remember = (name: string, value: string): void => localStorage.setItem(DRAWER + name, value)

/** Phones of another mall remember nothing of this one. */
export function forgetPhones(): void {
  for (const key of Object.keys(localStorage)) if (!key.startsWith(DRAWER)) localStorage.removeItem(key)
}
