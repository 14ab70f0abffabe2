import type { Dataset, DatasetSpec, DimensionSpec } from "../../dataset/index.ts";
import { figuredCategories } from "../figured-categories.ts";
import { type LevelSign, ofUsualLevel } from "../levels/level-signs.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import { withoutCategories } from "../sums/leave-out-sums.ts";
import { namesInColumn } from "../sums/totals-of-some.ts";
import { isTotal } from "../table/survey-column.ts";
import { isNameOfCountry } from "./area-names.ts";
import { isNameOfAverage } from "./average-names.ts";
import { britishWholes, isOfUpperTier } from "./british-wholes.ts";
import { wholeArea } from "./find-area.ts";

/** So many areas are left at least beside those that are several of them; so few of them all are these. */
const [fewestLeft, mostWholes] = [4, 1 / 3];
/** So many names stand in a remark. */
const mostNames = 12;

/**
 * A definition without the rows of areas that are several of the others by their names, `London Total`, `England average`, `Shire counties`, a nation
 * beside its authorities, and that nothing declares to be: no rank has them, and no sum. What the figures tell to hold others stays.
 */
export function withoutNamedWholes(spec: DatasetSpec, { dataset, signs, remarks }: KnownOfWholes): DatasetSpec {
  const found = Object.entries(spec.dimensions).find(([, { role }]) => role === "area");
  if (!found) return spec;
  const [id, own] = found;
  const usual = ofUsualLevel(signs.get(id) ?? []);
  const wholes = wholesByName(spec, dataset, { id, own }).filter((area) => !usual.has(area));
  const fewer = withoutCategories(spec, { dataset, dimension: id, ids: wholes });
  if (fewer === spec) return spec;
  const figured = figuredCategories(dataset, id);
  const namesOf = (own: readonly string[]) =>
    someOf(
      own.map((whole) => dataset.category(id, whole)?.label ?? whole),
      mostNames,
    );
  const [some, none] = [wholes.filter((own) => figured.has(own)), wholes.filter((own) => !figured.has(own))];
  remarks.remove(`dimensions.${id}`);
  if (some.length > 0) remarks.also("layout.rows", guessedFrom("its name", `${namesOf(some)}: ${ofSeveral}`));
  if (none.length > 0) remarks.also("layout.rows", `${namesOf(none)}: ${withoutAny}`);
  return fewer;
}

/** What tells which areas hold others. */
export interface KnownOfWholes {
  readonly dataset: Dataset;
  /** What columns say of their levels: an area of the level of most is none of them. */
  readonly signs: ReadonlyMap<string, readonly LevelSign[]>;
  readonly remarks: Remarks;
}

const ofSeveral =
  'several of the others by their names, and left out: they would stand in ranks and sums beside what they hold. To show them, say what each holds by "holds".';

const withoutAny = "called as several of the others together are, with no figure beside it, and left out.";

function wholesByName(
  { layout }: DatasetSpec,
  dataset: Dataset,
  { id, own }: { readonly id: string; readonly own: DimensionSpec },
): readonly string[] {
  const names = namesInColumn(layout, id);
  if (!names || own.role === "time") return [];
  const all = dataset.categories(id);
  const parents = new Set(all.flatMap(({ parent }) => parent ?? []));
  const isDeclared = (area: string) => area === own.total || area in (own.holds ?? {}) || parents.has(area);
  const left = new Set(exceptedIn(layout?.rows?.except, names.column));
  // A district of which nothing is told, as it is no more, stands in no rank beside what once was its county.
  const figured = figuredCategories(dataset, id);
  // Of counts in several columns the figures tell which are wholes, and of one column, or of what each authority pays, the names alone.
  const holding = britishWholes(
    all.filter((area) => figured.has(area.id)).map(({ label }) => names.textOf(label).text),
  );
  const plainNames = all.map(({ label }) => names.textOf(label).text.trim());
  const isCountryElsewhere = (name: string) => isNameOfCountry(name) && !nation.test(name) && !wholeArea.test(name);
  // Among the countries of the world, the kingdom is one, whatever else is told of its nations.
  const areOfKingdom =
    plainNames.filter((name) => nation.test(name)).length > 1 && !plainNames.some(isCountryElsewhere);
  // Beside no other nation, and no country, England holds all of them, also where its row is a copy of another.
  const holdsAll = (name: string) =>
    /^england$/iu.test(name) &&
    !plainNames.some((own) => (nation.test(own) && own !== name) || isCountryElsewhere(own) || wholeArea.test(own));
  const wholes = all.flatMap(({ id: area, label }) => {
    const { text } = names.textOf(label);
    const isOfNations = areOfKingdom && wholeArea.test(text.trim());
    // A council of the upper tier has figures of its own: it stays, and nothing is ranked.
    const isHolding = holding.has(text) && !isOfUpperTier(text);
    const isWhole = isOfSeveral(text.trim()) || isHolding || isOfNations || holdsAll(text.trim());
    return isWhole && !left.has(text) && !isDeclared(area) ? [{ area, text }] : [];
  });
  // Of each area there may be one, `Total Kent` beside `Kent`: of any others there are few.
  const texts = new Set(all.map(({ label }) => names.textOf(label).text.trim()));
  const others = wholes.filter(({ text }) => !texts.has(text.trim().replace(totalOf, "")));
  const places = all.length - (wholes.length - others.length);
  const areFew = others.length <= places * mostWholes && all.length - wholes.length >= fewestLeft;
  return areFew ? wholes.map(({ area }) => area) : [];
}

/** The nations that the United Kingdom and Great Britain come to. */
const nation = /^(?:england|scotland|wales|northern ireland|n\. ?ireland)$/iu;

const totalOf = /^(?:sub-?)?totals?(?: (?:for|of|in))?[ :,–-]+|[ :,–-]+(?:sub-?)?totals?$/iu;

/** Whether an area is called as several together are. `All Saints` is a ward. */
const isOfSeveral = (name: string): boolean =>
  !/^all (?:saints|souls|hallows)\b/iu.test(name) &&
  (isTotal(name) ||
    isNameOfAverage(name) ||
    kindOfAreas.test(name) ||
    wholeButSome.test(name) ||
    nationsTogether.test(name));

/** `England, Wales and elsewhere`. */
const nationsTogether = /^(?:england|great britain|scotland)(?:,| and| &) (?:wales|northern ireland|scotland)\b/iu;

/** What a total or a country comes to without some: `England total excluding suppressed`, `Great Britain (excl. London)`. `Cornwall excluding Scilly` is a place. */
const wholeButSome =
  /(?:\btotals?|\b(?:england|scotland|wales|northern ireland|great britain|britain|gb|uk|united kingdom|ireland|usa?|united states))[, (-]+(?:excl(?:uding|udes)?|exclusive of|except(?:ing)?|without|less|minus|incl(?:uding)?|ex)\b\.? /iu;

/** What authorities of a kind are called together, and those that one is compared with. */
const kindOfAreas =
  /^(?:all )?(?:(?:english|welsh|scottish|inner|outer) )?(?:shire|(?:non-?)?metropolitan|met|unitary|london|upper[ -]tier|lower[ -]tier|single[ -]tier|county|city|rural|urban|local)(?: local)? (?:count(?:ies|y councils)|districts|authorities|boroughs|councils|areas)$|^(?:all )?(?:statistical|nearest|cipfa) (?:nearest )?neighbours?\b|\bcomparator (?:group|areas|authorities)$/iu;
