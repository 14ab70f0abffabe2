/**
 * Scripts whose letters join, stack or change places: Hebrew and Arabic to Syriac and N'Ko, the scripts of India and
 * South-East Asia, Tibetan, Mongolian, and their kin in the supplementary planes.
 */
const complexLetter =
  /[\u0590-\u109f\u1700-\u1c7f\u1cd0-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{11fff}\u{1e800}-\u{1e95f}]/u;

/** Whether letters of the text change with their neighbours in ways that take a shaper for their script. */
export const isComplex = (text: string): boolean => complexLetter.test(text);

/** Letters that run from right to left: Hebrew, Arabic and their neighbours. */
const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

export const isRightToLeft = (text: string): boolean => rightToLeftLetter.test(text);
