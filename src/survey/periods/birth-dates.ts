import { meaningOf } from "../meaning-of.ts";
import { wordsOf } from "../words.ts";

/** Whether a heading is of when people were born: that says who they are, and of no figure when it was. */
export const isOfBirth = (name: string): boolean =>
  inEnglish.test(meaningOf(name)) || inOtherLanguages.test(wordsOf(name));

const inEnglish = /\b(?:dob|births?|born|birthda(?:te|y))\b/iu;
const inOtherLanguages =
  /(?<!\p{L})(?:nacimientos?|nascimentos?|nascita|naissances?|geburts?(?:datum|tag|jahr)?|geboren|geboorte(?:datum|jaar)?|f[øo]dsels(?:dato|år)|f[öo]delse(?:datum|år)|syntym[äa](?:aika|vuosi)|urodzenia|naro(?:zen|den)[íi]|рождения)(?!\p{L})|生年月日|出生(?:日期|年月)|생년월일/iu;
