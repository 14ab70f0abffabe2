import { wordsOf } from "./words.ts";

const ofSex =
  /(?<!\p{L})(?:sex|gender|sexe|sexo|sesso|g[eé]nero|genere|geschlecht|geslacht|k[öoø]n|kj[øo]nn|sukupuoli|p[łl]e[ćc]|pohlav[íi]e?|nem|пол|стать|φύλο|cinsiyet|rhyw)(?!\p{L})|性別|性别|성별|الجنس|מין/iu;

/** Whether a heading is of sexes, in whichever language. */
export const saysSex = (heading: string): boolean => ofSex.test(wordsOf(heading));
