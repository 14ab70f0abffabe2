import { greatest } from "../geometry/extremes.ts";
import { contentModels, homes } from "./content-model.ts";
import { createHeadingLevels } from "./heading-levels.ts";
import { isElement, type Kid, type StructureElement } from "./structure-element.ts";
import { groupingRoles, type Role } from "./tag-node.ts";

/** How the tree is changed. */
export interface TreeRepair {
  /** An element without content. */
  make(role: Role, parent: StructureElement): StructureElement;
  /** Says that the kid belongs to this element, whose `kids` it is put into by whoever asks. */
  move(kid: Kid, to: StructureElement): void;
}

/**
 * Whatever the HTML and its styles say, the tree keeps to the content models: what stands where it may not is wrapped, a
 * paragraph around list items is taken away, what has lost its place is but a `Div`. A tree that keeps to them is left as
 * it is. Content and elements keep their order, but that the texts of a table that stand in no row go to its caption.
 */
export function repairTags(root: StructureElement, tree: TreeRepair): void {
  repair(root, tree, createHeadingLevels());
}

function repair(element: StructureElement, tree: TreeRepair, headingLevel: HeadingLevels): void {
  const heading = element.role.startsWith("H") ? /^H([1-6])$/.exec(element.role) : null;
  if (heading) element.role = `H${Math.min(6, headingLevel(Number(heading[1])).level)}` as Role;
  settleKids(element, tree);
  if (element.role === "Table") settleTable(element, tree);
  if (element.role === "L" || element.role === "TOC") demoteCaptions(element);
  for (const kid of element.kids) if (isElement(kid)) repair(kid, tree, headingLevel);
  if (element.role === "Table") padRows(element, tree.make);
}

type HeadingLevels = ReturnType<typeof createHeadingLevels>;

function settleKids(element: StructureElement, tree: TreeRepair): void {
  const model = contentModels[element.role];
  if (model) {
    if (hasOwnKids(element)) return;
    element.kids = element.kids.flatMap((kid) => unwrapped(kid, element, tree));
    gather(element, { tree, wrapper: () => model.wrapper, belongs: (kid) => isKidOf(element.role, kid) });
    return;
  }
  const isGroup = groupingRoles.has(element.role);
  if (!hasStray(element, isGroup)) return;
  for (const kid of element.kids) {
    if (isElement(kid) && homes[kid.role] === null) demote(kid);
  }
  const wrapper = (kid: Kid) => (isElement(kid) ? (homes[kid.role] ?? undefined) : isGroup ? "P" : undefined);
  gather(element, { tree, wrapper, belongs: (kid) => wrapper(kid) === undefined });
}

/** Most elements are as they should be: they are asked without a function for each. */
function hasOwnKids({ role, kids }: StructureElement): boolean {
  for (const kid of kids) if (!isKidOf(role, kid)) return false;
  return true;
}

/** Whether something in it belongs into another element, that is or is to be made. */
function hasStray({ kids }: StructureElement, isGroup: boolean): boolean {
  for (const kid of kids) if (isElement(kid) ? homes[kid.role] !== undefined : isGroup) return true;
  return false;
}

const isKidOf = (role: Role, kid: Kid) => isElement(kid) && contentModels[role]?.kids.has(kid.role) === true;

interface Gathering {
  readonly tree: TreeRepair;
  wrapper(kid: Kid): Role | undefined;
  belongs(kid: Kid): boolean;
}

/** Kids that do not belong, run by run, go into elements made for them. */
function gather(element: StructureElement, { tree, wrapper, belongs }: Gathering): void {
  const kids: Kid[] = [];
  let open: StructureElement | undefined;
  for (const kid of element.kids) {
    if (belongs(kid)) {
      open = undefined;
      kids.push(kid);
      continue;
    }
    const role = wrapper(kid);
    // A label begins an item.
    const isNext = isElement(kid) && kid.role === "Lbl" && open?.role === "LI";
    if (!open || open.role !== role || isNext) {
      open = tree.make(role as Role, element);
      kids.push(open);
    }
    tree.move(kid, open);
    open.kids.push(kid);
  }
  element.kids = kids;
}

/** Wrappers that say nothing of what is in them. */
const plainRoles: ReadonlySet<Role> = new Set<Role>(["P", "Div", "Span", "NonStruct"]);

/** A paragraph or a span around what belongs into `into` gives way to what it holds. */
function unwrapped(kid: Kid, into: StructureElement, tree: TreeRepair): readonly Kid[] {
  if (!isElement(kid) || !plainRoles.has(kid.role) || saysSomething(kid)) return [kid];
  const inner = kid.kids.flatMap((each) => unwrapped(each, into, tree));
  const holds = (each: Kid) => isKidOf(into.role, each) || (isElement(each) && isPartOf(each.role, into.role));
  if (!inner.some(holds)) return [kid];
  for (const each of inner) tree.move(each, into);
  return inner;
}

/** Parts of an item, in the list itself. */
const isPartOf = (role: Role, of: Role) => of === "L" && (role === "Lbl" || role === "LBody");

const saysSomething = ({ node: { alt, lang, expanded, actualText, id, title } }: StructureElement) =>
  [alt, lang, expanded, actualText, id, title].some((text) => text !== undefined);

function demote(element: StructureElement): void {
  element.role = !element.kids.every(isElement) ? "P" : "Div";
}

/** One head and one foot, neither of them without a body; one caption, at an end (ISO 14289-1, 7.2; matterhorn 15). */
function settleTable(table: StructureElement, { move }: TreeRepair): void {
  const of = (role: Role) => elementsOf(table).filter((kid) => kid.role === role);
  const [caption, ...captions] = of("Caption");
  if (caption && captions.length > 0) {
    for (const { kids } of captions) {
      for (const kid of kids) {
        move(kid, caption);
        caption.kids.push(kid);
      }
    }
    table.kids = table.kids.filter((kid) => !isElement(kid) || !captions.includes(kid));
  }
  if (caption && table.kids.indexOf(caption) > 0 && table.kids.at(-1) !== caption)
    table.kids = [caption, ...table.kids.filter((kid) => kid !== caption)];
  for (const role of ["THead", "TFoot"] as const) {
    const groups = of(role);
    const isAlone = of("TBody").length === 0;
    for (const [index, group] of groups.entries()) if (index > 0 || isAlone) group.role = "TBody";
  }
}

const elementsOf = ({ kids }: StructureElement) => kids.filter(isElement);

/** Every row has as many columns, those included that cells of rows before cover (ISO 14289-1, 7.5): cells are added where one has not. */
function padRows(table: StructureElement, make: TreeRepair["make"]): void {
  const groups = elementsOf(table).map((kid) => (kid.role === "TR" ? [kid] : elementsOf(kid)));
  const rows = groups.flatMap((group) => columnsOf(group.filter(({ role }) => role === "TR")));
  const most = greatest(
    rows.map(({ columns }) => columns),
    0,
  );
  for (const { row, columns } of rows) for (let at = columns; at < most; at += 1) row.kids.push(make("TD", row));
}

function columnsOf(
  rows: readonly StructureElement[],
): readonly { readonly row: StructureElement; readonly columns: number }[] {
  /** For each column, how many rows more a cell covers. */
  let covered: number[] = [];
  return rows.map((row) => {
    const below: number[] = covered.map(oneRowLess);
    let column = 0;
    for (const kid of row.kids) {
      if (!isElement(kid)) continue;
      const { node } = kid;
      while ((covered[column] ?? 0) > 0) column += 1;
      for (let end = column + (node.colSpan ?? 1); column < end; column += 1) below[column] = (node.rowSpan ?? 1) - 1;
    }
    const columns = Math.max(column, covered.findLastIndex(reachesBelow) + 1);
    for (let at = 0; at < below.length; at += 1) below[at] ??= 0;
    covered = below;
    return { row, columns };
  });
}

const oneRowLess = (left: number): number => Math.max(0, left - 1);
const reachesBelow = (left: number): boolean => left > 0;

/** A caption comes first. */
function demoteCaptions(list: StructureElement): void {
  for (const [index, kid] of list.kids.entries()) {
    if (index === 0 || !isElement(kid) || kid.role !== "Caption") continue;
    kid.role = list.role === "L" ? "LI" : "TOCI";
  }
}
