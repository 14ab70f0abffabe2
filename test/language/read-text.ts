import { createWords, findLanguage } from "../../src/language/index.ts";

const noData = { isMeasured: () => false, isCategory: () => false, units: () => [] };
const marks = { name: "#", other: "~", quantity: "?", figure: "!" } as const;

/** A text as the figure audit reads its numbers: `#` for digits of names, `~` for those of what no data measures, `?` where it warns, `!` where it is an error. */
export function readText(text: string, lang = "en"): string {
  const { namedFigures, readNumber } = createWords({ language: findLanguage(lang) });
  const named = namedFigures(text);
  return text.replaceAll(/\p{N}+(?:[.,:/'’]\p{N}+)*/gu, (digits: string, index: number) => {
    const end = index + digits.length;
    const names = named.filter((name) => name.index <= index && end <= name.index + name.length);
    const isSure = names.some((name) => name.isSure) || text[end] === "%";
    const isNamed = names.length > 0;
    const reading = isSure && isNamed ? "name" : readNumber(text, index, end, noData, isNamed);
    const mark = isNamed ? (reading === "figure" ? "?" : "#") : marks[reading];
    return digits.replaceAll(/\p{N}/gu, mark);
  });
}
