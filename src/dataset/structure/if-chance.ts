/** What to do where a sum that was found is none; where the definition says so already, that it is not believed. */
export const ifChance = (measure: string, isDenied: boolean): string =>
  isDenied
    ? `That it is chance (notSums) is not believed: too many figures agree.`
    : `If that is chance, notSums: ["${measure}"].`;
