import { codesOf, isNameOfCountry, isNameOfDivision } from "../areas/area-names.ts";
import { wholeArea } from "../areas/find-area.ts";
import { lastHeading } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import { measureName } from "../rows/column-roles.ts";
import { isMapCoordinate } from "../rows/tell-apart.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isPlainTotal, isTotal } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { fewestPlaces } from "./remark-on-places.ts";

/** The name of a column that is the total of the others, by itself or by what stands beside it. No indicator is one. */
export const wholeOf = (survey: TableSurvey, column: ColumnSurvey, isArea: boolean): string | undefined =>
  measureName.test(lastHeading(column.name).trim()) || areSpots(survey, column)
    ? undefined
    : (totalAmong(column.texts, isArea) ?? wholeOfLevels(survey, column, isArea) ?? totalBeside(survey, column));

/** Whether nearly each name has its own place on the map, and none says plainly that it is all of them: `All Electric Garages` is one more. */
function areSpots({ columns }: TableSurvey, { texts }: ColumnSurvey): boolean {
  const places = columns.filter(
    (column) => isMapCoordinate(wordsOf(column.name)) && column.texts.length >= texts.length * mostlyOwn,
  );
  return places.length > 1 && texts.length >= fewestSpots && !texts.some(isPlainTotal);
}
/** So many names are of spots; so many of them stand where no other does. */
const [fewestSpots, mostlyOwn] = [20, 0.9];

/** The one area of a level that holds all others, as a column says of it. */
const wholeOfLevels = ({ coarser }: TableSurvey, { texts }: ColumnSurvey, isArea: boolean): string | undefined =>
  isArea ? coarser?.map(({ whole }) => whole).find((whole) => whole !== undefined && texts.includes(whole)) : undefined;

/** `Total` says what it is, and a column of levels what `England` is, which may else be one of them. */
export const takenForTotal = (name: string, isToldByLevel: boolean): string => {
  const said = `"${name}" was taken for the total of all others.`;
  return isPlainTotal(name) || isToldByLevel ? said : guessedFrom("its name", said);
};

/** So many of the names have a code or a kind of their own beside them, where one of these says that its name is the total. */
const mostlyBeside = 0.5;

/** The one name beside a code that says that it is all of them: `California` beside `Statewide`, among `CA-500`, `CA-501`, … */
function totalBeside({ columns, rows, sheet }: TableSurvey, { index, texts }: ColumnSurvey): string | undefined {
  const textAt = (row: number, at: number) => textIn(sheet, row, at);
  for (const other of columns) {
    const [said, further] = other.texts.filter(isTotal);
    const isOfEach = other.texts.length >= Math.max(fewestPlaces, texts.length * mostlyBeside);
    if (other.index === index || (other.kind !== "code" && other.kind !== "label") || !isOfEach) continue;
    if (said === undefined || further !== undefined) continue;
    const named = new Set(Array.from(rows, (row) => (textAt(row, other.index) === said ? textAt(row, index) : "")));
    named.delete("");
    const [name, second] = named;
    const isAlone = rows.every((row) => textAt(row, index) !== name || textAt(row, other.index) === said);
    if (name !== undefined && second === undefined && isAlone) return name;
  }
  return undefined;
}

/**
 * The name that is the total of the others. `Total` and `World` come before `IDA total`, of which there is one at most; of areas, a
 * country is the whole of its nations.
 */
export function totalAmong(names: readonly string[], areAreas: boolean): string | undefined {
  const wholes = names.filter(isPlainTotal);
  const bothSexes = wholes.length === 0 ? codeOfBothSexes(names) : undefined;
  if (bothSexes !== undefined) return bothSexes;
  const nations = names.filter((name) => /^(?:england|scotland|wales|northern ireland)\b/iu.test(name.trim()));
  const plain = (name: string) => name.replace(/\s*\(?\btotal\b\)?\s*/iu, "");
  const [area, other] = areAreas
    ? names.filter((name) => wholeArea.test(plain(name)) && (nations.length > 1 || endsList(name, names)))
    : [];
  const country = areAreas ? (nationalAmong(names) ?? countryAmong(names) ?? stateAmong(names)) : undefined;
  const [partial, second] = names.filter(isTotal);
  const ofBoth = areAreas || names.length < fewestWithBoth ? undefined : ofBothAmong(names);
  return (
    wholes[0] ??
    (other === undefined ? area : undefined) ??
    country ??
    (second === undefined ? (partial ?? ofBoth) : undefined)
  );
}

/** `Combined`, beside `On-trade` and `Off-trade`, and `National` beside `Urban` and `Rural`. */
function ofBothAmong(names: readonly string[]): string | undefined {
  const [whole, other] = names.filter((name) => !/^(?:urban|rural)(?: areas?)?$/iu.test(name.trim()));
  const isOfSettlements = whole !== undefined && other === undefined && names.length === fewestWithBoth;
  return (
    names.find((name) => ofBothName.test(name)) ?? (isOfSettlements && ofNation.test(whole.trim()) ? whole : undefined)
  );
}
const ofBothName = /^combined$/iu;
const ofNation = /^(?:national|nation ?wide|country|whole country|all areas)$/iu;
const fewestWithBoth = 3;

/** `F`, `M` and `T`, as a code list of sexes has them; `MF` beside one of both or each. */
function codeOfBothSexes(names: readonly string[]): string | undefined {
  const [whole, other] = names.filter((name) => !/^[FM]$/iu.test(name.trim()));
  if (whole === undefined || other !== undefined || names.length < 2) return undefined;
  return /^(?:M[/+&]?F|F[/+&]?M)$/iu.test(whole.trim()) || (whole === "T" && names.length === 3) ? whole : undefined;
}

/** So many areas within a country stand beside it; so many of them are known to be within one, or it is named first or last. */
const [fewestWithin, mostlyWithin] = [4, 0.3];
/** So few divisions of a country are some of it, where nothing but its name stands beside. */
const fewestDivisions = 2;

/** What is said to be of a whole nation, among names of places in it, and no parts of it of another kind: `Rural`. */
const nationalAmong = (names: readonly string[]): string | undefined =>
  names.length > 2 && !names.some((name) => /^(?:rural|urban)$/iu.test(name.trim()))
    ? names.find((name) => /^(?:national|nationwide)$/iu.test(name.trim()))
    : undefined;

/** Whether a name is that of England and Wales together, first or last of many areas. */
const endsList = (name: string, names: readonly string[]): boolean =>
  /^england /iu.test(name) && names.length > fewestWithin && (name === names[0] || name === names.at(-1));

/** The one country among the names of areas within it: `Deutschland` beside its states, `Scotland` or `All Scotland` beside its councils. */
function countryAmong(names: readonly string[]): string | undefined {
  const plain = (name: string) => name.trim().replace(/^all (?:of )?/iu, "");
  const [country, other] = names.filter((name) => isNameOfCountry(plain(name)) && !isNameOfDivision(plain(name)));
  if (country === undefined || other !== undefined || codesOf(names) === "countries") return undefined;
  const isAtAnEnd = country === names[0] || country === names.at(-1);
  // A nation of the United Kingdom stands among the regions of another one.
  const isNation = /^(?:all (?:of )?)?(?:england|scotland|wales|northern ireland)\b/iu.test(country.trim());
  // A few that are known for parts of a country, each of them, are parts of the one beside them.
  const areDivisions = names.length > fewestDivisions && names.filter(isNameOfDivision).length === names.length - 1;
  if (names.length <= fewestWithin && (isNation || !areDivisions)) return undefined;
  if (isAtAnEnd) return country;
  return !isNation && names.filter(isNameOfDivision).length >= names.length * mostlyWithin ? country : undefined;
}

/** So many places are a list in which the one state that they are in stands first, where its name is the only one of a state or country. */
const fewestInState = 12;

/** The state above all places in it: `Colorado` before its school districts, from `Academy 20` on, and in no order with these. */
function stateAmong(names: readonly string[]): string | undefined {
  const [first = "", second = ""] = names;
  const known = names.filter((name) => isNameOfDivision(name) || isNameOfCountry(name));
  const isOutOfOrder = first.localeCompare(second, "en") > 0;
  return names.length >= fewestInState && known.length === 1 && known[0] === first && isOutOfOrder ? first : undefined;
}
