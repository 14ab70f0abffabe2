import { type DatasetSpec, findDimension } from "../../dataset/index.ts";
import { ofUsualLevel } from "../levels/level-signs.ts";
import { someOf } from "../remarks.ts";
import { exceptedIn } from "../sums/excepted-in.ts";
import { withoutCategories } from "../sums/leave-out-sums.ts";
import { mayAddUp } from "../sums/may-add-up.ts";
import { namesInColumn } from "../sums/totals-of-some.ts";
import { nearlyEverywhere, wholesByFigures } from "../sums/wholes-by-figures.ts";
import { bothLeftOut } from "./coarser-areas.ts";
import type { KnownOfWholes } from "./named-wholes.ts";
import { partsBesideWhole } from "./parts-beside-whole.ts";

/** So many areas are left at least beside those that are sums of them; so few of them all are these. */
const [fewestLeft, mostWholes] = [4, 1 / 3];

/**
 * A definition without the rows of areas whose figures are the sums of those that stand beside them, `Eastern` and `Wales` among forces, and that nothing
 * declares to be: whatever they are called, no rank has them.
 */
export function withoutSummedAreas(spec: DatasetSpec, { dataset, signs, remarks }: KnownOfWholes): DatasetSpec {
  const id = findDimension({ spec }, "area");
  const own = spec.dimensions[id ?? ""];
  if (id === undefined || own === undefined || own.role === "time") return spec;
  const names = namesInColumn(spec.layout, id);
  if (!names || !Object.values(spec.measures).some(mayAddUp)) return spec;
  const textOf = (area: string) => names.textOf(dataset.category(id, area)?.label ?? area).text;
  const gone = new Set(exceptedIn(spec.layout?.rows?.except, names.column));
  const all = dataset.categories(id).filter((area) => !gone.has(textOf(area.id)));
  const declared = new Set([
    ...(own.total === undefined ? [] : [own.total]),
    ...Object.keys(own.holds ?? {}),
    ...all.flatMap(({ parent }) => parent ?? []),
  ]);
  const usual = ofUsualLevel(signs.get(id) ?? []);
  // Beside what holds a few parts by their names, these are left out.
  const named = partsBesideWhole(dataset, id);
  const isOfParts = (area: string) => named.get(area)?.every((part) => gone.has(textOf(part))) === true;
  const wholes = wholesByFigures(dataset, id, declared, mayAddUp, nearlyEverywhere).filter(
    (area) => !declared.has(area) && !gone.has(textOf(area)) && !usual.has(area) && !isOfParts(area),
  );
  const isFew = wholes.length <= all.length * mostWholes && all.length - wholes.length >= fewestLeft;
  if (wholes.length === 0 || !isFew) return spec;
  const fewer = withoutCategories(spec, { dataset, dimension: id, ids: wholes });
  if (fewer === spec) return spec;
  remarks.remove(`dimensions.${id}`);
  const texts = [...new Set(wholes.map(textOf))];
  const others = new Set(all.flatMap(({ id: area }) => (wholes.includes(area) ? [] : [textOf(area)])));
  const twice = texts.filter((text) => others.has(text));
  remarks.also("layout.rows", `${someOf(texts)}: ${areSums}`);
  if (twice.length > 0) remarks.also("layout.rows", `${someOf(twice)}: ${bothLeftOut}`);
  return fewer;
}

const areSums =
  'by their figures the sums of areas that stand beside them, and left out: they would lead all ranks. To show them, say what each holds by "holds".';
