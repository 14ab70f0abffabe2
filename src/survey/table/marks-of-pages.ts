import { unitOfText } from "../measures/guess-unit.ts";
import { saysPercent } from "../measures/measure-kind.ts";

/** What is printed at the end of a page of a long table, and on its last. */
export const goesOn =
  /^\W*(?:(?:to be )?contin(?:ue[ds]?|uation|úa|ua|ua[cç][aã]o|uaci[oó]n)|cont(?:'d|d)?|conclu(?:ded|si[oó]n|s[aã]o|ye)|fortsetzung|suite|продолжение|ciąg dalszy|segue|forts(?:ættes|ätts|\.)?|next page)(?: (?:overleaf|on next page|folgt|à la page suivante))?\W*$/iu;

/** Whether a text is a unit and no more. */
export const isUnit = (text: string): boolean =>
  unitOfText(text, "not") !== undefined || saysPercent(text, []) || /^(?:numbers?|no\.?|counts?|rates?)$/iu.test(text);
