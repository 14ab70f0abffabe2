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

/** Structure types that stand in certain others only: the parent that is made for one elsewhere; null: there it is but a `Div`. */
export const homes: Readonly<Partial<Record<Role, Role | null>>> = {
  LI: "L",
  LBody: null,
  TOCI: "TOC",
  THead: null,
  TBody: null,
  TFoot: null,
  TR: null,
  TH: null,
  TD: null,
};
