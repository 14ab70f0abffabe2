import type { Archive } from "../archive.ts";
import { elementsOf, type XmlAttributes } from "../xml.ts";

/** What one part of a workbook says of another (ECMA-376 part 2, 9.3). */
interface Relation {
  readonly id: string;
  readonly path: string;
  /** The end of the type's address: `worksheet`, `table`, `comments`. */
  readonly kind: string;
}

/** The relations of a part; of the whole archive, where the path is empty. */
export function relationsOf(archive: Archive, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations = elementsOf(archive.read(`${folder}_rels/${path.slice(folder.length)}.rels`), "Relationship");
  return relations.map(({ Id = "", Target = "", Type = "" }) => ({
    id: Id,
    path: resolvePath(Target, folder),
    kind: Type.slice(Type.lastIndexOf("/") + 1),
  }));
}

/** The id of a relation that an element names, whatever the prefix. */
export const relationId = (attributes: XmlAttributes): string | undefined =>
  attributes["r:id"] ?? Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];

/** `../tables/table1.xml` from `xl/worksheets/` is `xl/tables/table1.xml`. */
function resolvePath(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
