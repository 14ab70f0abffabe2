import type { Role } from "./tag-node.ts";

/** What may stand in structure elements of a type. */
export interface ContentModel {
  /** The structure types that may; nothing else may, no text either. */
  readonly kids: ReadonlySet<Role>;
  /** What whatever else stands there is put into. */
  readonly wrapper: Role;
}

const rows = { kids: new Set<Role>(["TR"]), wrapper: "TR" } as const;

/** The structure types that hold certain others only (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7.2). */
export const contentModels: Readonly<Partial<Record<Role, ContentModel>>> = {
  L: { kids: new Set<Role>(["Caption", "L", "LI"]), wrapper: "LI" },
  LI: { kids: new Set<Role>(["Lbl", "LBody"]), wrapper: "LBody" },
  TOC: { kids: new Set<Role>(["Caption", "TOC", "TOCI"]), wrapper: "TOCI" },
  Table: { kids: new Set<Role>(["Caption", "THead", "TBody", "TFoot", "TR"]), wrapper: "Caption" },
  THead: rows,
  TBody: rows,
  TFoot: rows,
  TR: { kids: new Set<Role>(["TH", "TD"]), wrapper: "TD" },
};

/** A structure type that stands in certain others only. */
export interface Home {
  readonly parents: ReadonlySet<Role>;
  /** The parent that is made for it elsewhere. Absent: there it is but a `Div`. */
  readonly madeParent?: Role;
}

const tables = new Set<Role>(["Table"]);
const cells = { parents: new Set<Role>(["TR"]) };

export const homes: Readonly<Partial<Record<Role, Home>>> = {
  LI: { parents: new Set<Role>(["L"]), madeParent: "L" },
  LBody: { parents: new Set<Role>(["LI"]) },
  TOCI: { parents: new Set<Role>(["TOC"]), madeParent: "TOC" },
  THead: { parents: tables },
  TBody: { parents: tables },
  TFoot: { parents: tables },
  TR: { parents: new Set<Role>(["Table", "THead", "TBody", "TFoot"]) },
  TH: cells,
  TD: cells,
};
