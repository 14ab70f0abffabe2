/** A text of its own, for what is kept: one that was cut out of a document would hold all of that. */
export const textOfItsOwn = (text: string): string => ` ${text}`.slice(1);
