import { type Dataset, type DatasetSpec, groupBy, type LayoutSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import { withoutCategories } from "../sums/leave-out-sums.ts";
import { namesInColumn } from "../sums/totals-of-some.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";

type Except = NonNullable<NonNullable<LayoutSpec["rows"]>["except"]>;

/** So many areas are left at least; so few of them all are none. */
const [fewestLeft, mostResiduals] = [4, 1 / 3];

/**
 * A definition without the rows of what is no area among areas, by its name: what is left of several, `Rest of England`, `Other`, or what is in none that
 * anybody knows, `Unknown`, `Outside the area`. It would lead ranks, and be counted as an area in all.
 */
export function withoutResidualAreas(spec: DatasetSpec, dataset: Dataset, remarks: Remarks): DatasetSpec {
  const found = Object.entries(spec.dimensions).find(([, { role }]) => role === "area");
  if (!found) return spec;
  const [id, own] = found;
  const all = dataset.categories(id);
  const names = namesInColumn(spec.layout, id);
  const left = new Set(names ? exceptedIn(spec.layout?.rows?.except, names.column) : []);
  const textOf = (label: string) => names?.textOf(label).text ?? label;
  const nameOf = (label: string) => textOf(label) || label;
  const isTotal = (area: string) => own.role !== "time" && area === own.total;
  // What holds others by another column has no row of its own that a filter could leave out.
  const parents = new Set(all.flatMap(({ parent }) => parent ?? []));
  const residuals = all.filter(
    ({ id: area, label }) =>
      isNameOfResidual(nameOf(label)) && !left.has(textOf(label)) && !isTotal(area) && !parents.has(area),
  );
  const areFew = residuals.length <= all.length * mostResiduals && all.length - residuals.length >= fewestLeft;
  if (residuals.length === 0 || !areFew) return spec;
  const fewer = withoutCategories(spec, { dataset, dimension: id, ids: residuals.map((area) => area.id) });
  const labels = someOf([...new Set(residuals.map(({ label }) => nameOf(label)))]);
  if (fewer === spec) remarks.also(`dimensions.${id}`, guessedFrom("its name", `${labels}: ${inRanks}`));
  else {
    // What was said of sums was said with them.
    remarks.remove(`dimensions.${id}`);
    remarks.also("layout.rows", guessedFrom("its name", `${labels}: ${leftOut}`));
  }
  return fewer;
}

/**
 * Rows to leave out, and those of what is no area by its name where areas are told by the first of several columns: `Fire not allocated an area`, in the place
 * of a code, where there is no name. A text that also stands beside the name of an area leaves out none.
 */
export function withoutResidualRows(
  except: Except,
  {
    survey: { sheet, rows, columns },
    area,
    remarks,
  }: { readonly survey: TableSurvey; readonly area: ColumnSurvey | undefined; readonly remarks: Remarks },
): Except {
  const residuals = area?.firstOf ? area.texts.filter(isNameOfResidual) : [];
  if (!area || residuals.length === 0 || area.texts.length - residuals.length < fewestLeft) return except;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const isAlone = (column: ColumnSurvey, text: string) => {
    const own = rows.filter((row) => textAt(row, column) === text);
    return own.length > 0 && own.every((row) => textAt(row, area) === text);
  };
  const levels = columns.filter(({ ref }) => area.firstOf?.includes(ref));
  const alone = residuals.flatMap((text) => {
    const column = levels.find((level) => isAlone(level, text));
    return column ? [{ column, text }] : [];
  });
  const found = [...groupBy(alone, ({ column }) => column.ref)].map(
    ([ref, own]) => [ref, [...exceptedIn(except, ref), ...own.map(({ text }) => text)]] as const,
  );
  if (found.length === 0) return except;
  remarks.also("layout.rows", guessedFrom("its name", `${someOf(alone.map(({ text }) => text))}: ${leftOut}`));
  return { ...except, ...Object.fromEntries(found) };
}

const leftOut =
  "no area of its own by its name, but what is left, not known or told of several together, and left out: it would stand in ranks as one. What areas come to together is without it, unless a total says so.";
const inRanks = "no area of its own by its name, but what is left or not known: it stands in ranks as one.";

/** Words for what is in none of the areas, or in all others of them, as offices of some languages have them: at the beginning, or alone. */
const residualWords: readonly RegExp[] = [
  /^(?:(?:the )?(?:rest|remainder) of|outside(?: of)?|out of) \p{L}/iu,
  /^(?:un(?:known|(?:specifi|assign|allocat|classifi|stat|defin|determin|cod|confirm|identifi|match|attribut|report|verifi|resolv|trac)ed)|elsewhere|abroad|overseas|missing|residual|no fixed (?:abode|address)|all others?|others)(?:$| (?:area|region|count(?:r)?y|location|place|address|residence|postcode|local authority|authority|council|district|state|in |\/|or |and |\())/iu,
  /^other(?:$|s$|[ /-]+(?:areas?|regions?|countr(?:y|ies)|places?|locations?|(?:local )?authorit(?:y|ies)|councils?|districts?|states?|territor(?:y|ies)|counties|cities|towns|municipalities|provinces|nations?|parts?|uk|eu|europe\p{L}*|non-?eu|africa\p{L}*|asia\p{L}*|america\p{L}*|oceania\p{L}*|world|and|or|not|unknown|foreign|overseas)\b)/iu,
  /^(?:(?:area|region|country|location|place|address|residence|postcode|authority|council|district|state|la)s? )?(?:is )?(?:not|no|un)[ -]?(?:known|stated|recorded|specified|provided|allocated|assigned|classified|disclosed|given|reported|supplied|applicable|available|identified|elsewhere specified|elsewhere classified|in \p{L}+)$/iu,
  /^(?:[üu]brige[rsn]?\b|sonstige[rsn]?\b|unbekannt|ohne angabe|keine angabe|nicht zu(?:zu)?ordenbar|nicht zugeordnet|ausland$)/iu,
  /^(?:reste (?:de|du)\b|autres?(?:$| (?:pays|d[ée]partements?|r[ée]gions?|communes?|communaut[ée]s))|inconnue?s?$|non (?:pr[ée]cis[ée]|d[ée]termin[ée]|r[ée]parti|renseign[ée])\p{L}*|[ée]tranger$|hors (?:de )?\p{L})/iu,
  /^(?:resto d|otr[oa]s?(?:$| (?:pa[íi]s|provincia|regi|municipio|departamento))|desconocid[oa]s?$|no (?:consta|especificad[oa]|declarad[oa]|informad[oa]|disponible)|sin (?:especificar|informaci[óo]n|datos?|asignar|clasificar)|(?:en el )?extranjero$|ignorad[oa]s?(?:$| ))/iu,
  /^(?:outr[oa]s?(?:$| (?:pa[íi]s|estado|munic[íi]pio|regi))|n[ãa]o (?:informad[oa]|especificad[oa]|declarad[oa]|identificad[oa])|sem (?:informa[çc][ãa]o|declara[çc][ãa]o|especifica[çc][ãa]o)|desconhecid[oa]s?$|munic[íi]pio ignorado|exterior$)/iu,
  /^(?:altr[ei](?:$| (?:paes|region|provinc|comun))|non (?:specificat|not|indicat|disponibil|classificat|ripartibil)[oaei]$|sconosciut[oa]$|estero$)/iu,
  /^(?:overige?(?:$| (?:landen|gemeenten|provincies))|onbekend$|rest van\b|buitenland$|niet in te delen)/iu,
  /^(?:[öø]vrige?a?(?:$| )|ok[äa]n[dt]$|uk(?:endt|jent)$|uopp?gitt$|uoplyst|uppgift saknas$|resten av\b|u[dt]land(?:et)?$)/iu,
  /^(?:pozosta[łl]e|nieznan[ea]$|nieustalon[eya]$|zagranica$|muu(?:t)? |tuntematon$|ulkomaat$|gweddill\b|anhysbys$|heb ei nodi$|невідом|не визначен|неизвест|прочие|інші|diğer(?:$| )|bilinmeyen$)/iu,
  /^(?:其他|不詳|未詳|不明|その他|기타|미상)$/u,
];

/** What says so anywhere in a name: `Fire not allocated an SOA`, `Leeds (unallocated)`, `No relevant LA`; and what is measured, below the last area: `Non-identifiable expenditure`. */
const residualPhrase =
  /\bnot (?:yet )?(?:allocated|assigned|attributed|geo-?coded|matched|mapped|classified|recorded|stated|specified|known)\b|(?:[(–-]|, )\s*(?:un(?:known|allocated|assigned|specified|classified|attributed|matched)|not (?:in|within) \p{L}+)\b|^no (?:relevant|applicable|valid|matching|corresponding|known|recorded|associated) \p{L}|\b(?:unallocated|unassigned)$|^(?:usual )?residen(?:ce|ts?) outside\b|\b(?:expenditure|spending|receipts|revenues?|accounting adjustments?|adjustments?|statistical discrepanc(?:y|ies)|rounding)\b/iu;

export const isNameOfResidual = (name: string): boolean =>
  residualPhrase.test(name.trim()) || residualWords.some((look) => look.test(name.trim()));
