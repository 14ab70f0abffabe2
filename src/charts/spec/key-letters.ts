/** How the names of the layers begin that write letters which a key tells the names of, names beside the map, and the lines that lead to both. */
export const keyLetters = "keyLetter";

/** How that of the layer of names beside the map does. */
export const namesBeside = `${keyLetters}Names`;

/** What stands between a letter and its name in the key. */
export const afterLetter = ": ";
