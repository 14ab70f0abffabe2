const written = (code: number) => code.toString(16).padStart(4, "0");

/** Of as many codes as most fonts have in a document: each glyph of each word asks. */
const firstHexes = Array.from({ length: 256 }, (_, code) => written(code));

/** A code of two bytes. */
export const hexOf = (code: number) => firstHexes[code] ?? written(code);
