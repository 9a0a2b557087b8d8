/** Whole percent of a way, never full before its end is reached. */
export const percentOf = (part: number, whole: number): number =>
  whole <= 0 ? 0 : Math.max(0, Math.min(part < whole ? 99 : 100, Math.floor((part * 100) / whole)))
