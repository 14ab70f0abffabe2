import { categoryId, type DimensionLayout, groupBy } from "../../dataset/index.ts";
import { levelsIn } from "../areas/levels-by-column.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

/** What a column of a table says of the level of each category of a dimension, by its id. */
export interface LevelSign {
  /** Official codes and columns of levels are told by those who published the data; that other codes have one form is a weaker sign. */
  readonly kind: "official codes" | "levels" | "codes";
  /** What the column is called. */
  readonly column: string;
  /** The level of each, as the column has it: the form of its code, or a word. */
  readonly levels: ReadonlyMap<string, string>;
}

/** So many of the texts of a column are codes, where a total has none. */
const mostlyCodes = 0.9;
/** Official codes look like nothing else: beside so many of them stand words for what has none. */
const manyOfficial = 0.7;
/** So many of official codes are those of one name: an area may have had another before. */
const mostlyOwn = 0.9;
/** A code has so many letters and digits: fewer are numbers of rows, or anything. */
const shortestCode = 2;

/** What the columns of a table say of the levels of a dimension's categories. */
export function levelSigns(survey: TableSurvey, layout: DimensionLayout): readonly LevelSign[] {
  const telling = survey.columns.flatMap((column) => {
    const kind = kindOfSign(column);
    return kind === undefined ? [] : [{ column, kind }];
  });
  const ids = telling.length > 0 ? idsOf(survey, layout) : undefined;
  if (!ids) return [];
  return telling.flatMap(({ column, kind }) => {
    const texts = textsByCategory(survey, column, ids);
    if (!texts) return [];
    const levels = kind === "levels" ? levelsOfTexts(column, texts) : levelsOfCodes(texts, kind);
    return levels ? [{ kind, column: column.name, levels }] : [];
  });
}

function kindOfSign(column: ColumnSurvey): LevelSign["kind"] | undefined {
  const { kind, texts } = column;
  if ((kind !== "label" && kind !== "code") || texts.length === 0) return undefined;
  if (levelsIn(column)) return "levels";
  const areMostly = (is: (text: string) => boolean) => texts.filter(is).length >= texts.length * mostlyCodes;
  if (texts.filter((text) => officialCode.test(text.trim())).length >= texts.length * manyOfficial)
    return "official codes";
  return areMostly((text) => plainCode.test(text.trim())) ? "codes" : undefined;
}

const levelsOfTexts = (column: ColumnSurvey, texts: ReadonlyMap<string, string>): LevelSign["levels"] => {
  const known = levelsIn(column);
  return new Map([...texts].map(([id, text]) => [id, known?.get(text) ?? text]));
};

/** The forms of codes; undefined where not each has one of its own, as where they say in what each lies, or where they are no sign of a level. */
function levelsOfCodes(texts: ReadonlyMap<string, string>, kind: LevelSign["kind"]): LevelSign["levels"] | undefined {
  const codes = [...texts.values()];
  if (new Set(codes).size < codes.length * (kind === "official codes" ? mostlyOwn : 1)) return undefined;
  if (kind === "codes" && (areNumbers(codes) || haveWholes(codes))) return undefined;
  if (kind === "codes") return new Map([...texts].map(([id, text]) => [id, formOf(text)]));
  // What has another code is of another country, or of nothing that is known.
  const official = [...texts].filter(([, text]) => officialCode.test(text));
  const lines = new Map(official.map(([id, text]) => [id, lineOf(text)]));
  // The one row of a nation none of whose areas is there stands beside those of the others.
  const alone = official.filter(
    ([, text]) => nationCode.test(text) && official.every(([, other]) => other === text || other[0] !== text[0]),
  );
  const usual = usualOf(lines);
  return new Map([...lines, ...alone.flatMap(([id]) => (usual === undefined ? [] : [[id, usual] as const]))]);
}
const nationCode = /^[EWSN]92/u;

/** The level that most are of. */
const usualOf = (levels: LevelSign["levels"]): string | undefined =>
  [...groupBy([...levels], ([, level]) => level)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];

const officialCode = /^[EWSNKLM]\d{8}$/u;
/** Digits alone, or with capitals; or the two or three letters of a country. */
const plainCode = /^(?:(?=.*\d)[A-Z]{0,4}[\d.-]*\d[A-Z\d]*|[A-Z]{2,3}|[a-z]{3})$/u;

/** What a code of the Office for National Statistics says of a level: those of one line are beside each other. */
const besideEachOther: readonly RegExp[] = [
  /^(?:E0[6-9]|W06|S12|N09)/u,
  /^(?:E14|W07|S14|N0[56])/u,
  /^(?:E12|W92|S92|N92)/u,
  /^(?:E05|W05|S13|N08)/u,
  /^[EWS]02/u,
  /^[EWS]01|^N20/u,
  /^[EWSN]00/u,
  /^(?:E23|W15)/u,
  /^(?:E38|E54|W11|S08|ZC)/u,
];

/** The level of an official code. */
const lineOf = (code: string): string => {
  const line = besideEachOther.findIndex((look) => look.test(code));
  return line < 0 ? code.slice(0, 3) : `line ${line}`;
};

/** The form of any other code: which letters and how many digits it has. `01.11` is one level below `01`. */
const formOf = (code: string): string => code.trim().replaceAll(/\d/gu, "9").replaceAll(/\p{L}/gu, "A");

/** Codes that are the numbers of rows say nothing of them: each is one more than the one before it. */
function areNumbers(codes: readonly string[]): boolean {
  if (codes.some((code) => code.length < shortestCode && /\d/u.test(code))) return true;
  return codes.every((code, at) => at === 0 || Number(code) - Number(codes[at - 1]) === 1);
}

/** So many zeros at the end of a code make a whole of it, where others begin as it does before them. */
const fewestZeros = 2;

/** Whether one of the codes holds others by its zeros: `1400000` and `1401011`. */
function haveWholes(codes: readonly string[]): boolean {
  const known = codes.toSorted();
  return codes.some((code) => {
    const start = code.replace(/0+$/u, "");
    if (start === "" || code.length - start.length < fewestZeros || start.length > code.length / 2) return false;
    return known.some((other) => other !== code && other.startsWith(start));
  });
}

/** The text that a column has beside each category; undefined where one has several, or none. */
function textsByCategory(
  { sheet, rows }: TableSurvey,
  { index }: ColumnSurvey,
  ids: readonly (string | undefined)[],
): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [at, id] of ids.entries()) {
    if (id === undefined) continue;
    const text = textIn(sheet, rows[at] ?? -1, index);
    if (text === "") continue;
    if ((found.get(id) ?? text) !== text) return undefined;
    found.set(id, text);
  }
  return found;
}

/** The category of a dimension that each row of a table is of, where columns name it. */
function idsOf(survey: TableSurvey, layout: DimensionLayout): readonly (string | undefined)[] | undefined {
  const pattern = patternOf(layout);
  const refs = [...(pattern ?? "").matchAll(/\{(?<ref>[^{}]+)\}/gu)].map(({ groups }) => groups?.ref ?? "");
  const columns = refs.map((ref) => survey.columns.find((own) => own.ref === ref)?.index ?? Number.POSITIVE_INFINITY);
  if (pattern === undefined || columns.some((index) => index >= survey.sheet.columns.length)) return undefined;
  const known = new Map<string, string>();
  return Array.from(survey.rows, (row) => {
    const texts = columns.map((index) => textIn(survey.sheet, row, index));
    if (texts.includes("")) return undefined;
    const label = refs.reduce((own, ref, at) => own.replace(`{${ref}}`, () => texts[at] ?? ""), pattern);
    const id = known.get(label) ?? categoryId(label);
    known.set(label, id);
    return id;
  });
}

/** What a dimension's names are made of: `{Name} ({Code})`. */
function patternOf(layout: DimensionLayout): string | undefined {
  if (typeof layout === "string") return `{${layout}}`;
  if ("joined" in layout) return layout.joined;
  return "column" in layout && layout.pattern === undefined ? `{${layout.column}}` : undefined;
}

/**
 * The names of a dimension that are of the level that most are of, by a column that says so. Whoever publishes them says that they are none of the wholes
 * of others.
 */
export function ofUsualLevel(signs: readonly LevelSign[]): ReadonlySet<string> {
  return new Set(
    signs.flatMap(({ kind, levels }) => {
      if (kind === "codes") return [];
      const usual = usualOf(levels);
      const own = [...levels].filter(([, level]) => level === usual);
      return own.length * 2 > levels.size ? own.map(([id]) => id) : [];
    }),
  );
}
