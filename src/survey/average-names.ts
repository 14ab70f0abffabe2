/**
 * Whether a row of this name is the mean of others, not one beside them: `Average`, `Kent average`, `England (mean)`, `Mean of all areas`.
 * What stands before is a place's or a group's name, of a few words.
 */
export const isNameOfAverage = (name: string): boolean => averageName.test(name.trim());

const averageName = /^(?:[\p{L}.&'’-]+ ){0,4}\(?(?:averages?|avg|means?|medians?)\.?\)?(?: (?:of|for|per) .+)?$/iu;
