import type { LayoutSpec } from "../../dataset/index.ts";

type Except = NonNullable<LayoutSpec["rows"]>["except"];

/** The texts in a column by which rows are left out, whatever it is called: any object has a `constructor`. */
export const exceptedIn = (except: Except, column: string): readonly string[] =>
  except !== undefined && Object.hasOwn(except, column) ? [except[column] ?? []].flat() : [];
