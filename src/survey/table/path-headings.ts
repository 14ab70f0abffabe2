import type { TableSurvey } from "./column-survey.ts";

/** So many headings that begin with a slash are the paths of elements, as programs write them. */
const fewestPaths = 3;

/** A table with figures that are called by words where its headings are paths: `/week/ContinuedClaims/NSA` is `ContinuedClaims, NSA`. */
export function withWordsOfPaths<T extends Pick<TableSurvey, "columns">>(survey: T): T {
  const paths = survey.columns.filter(({ name }) => /^\/[^/\s]+/u.test(name));
  const figures = paths.filter(({ kind }) => kind === "figure");
  if (paths.length < fewestPaths || figures.length < fewestPaths) return survey;
  const steps = new Map(figures.map((column) => [column, stepsOf(column.name)]));
  const all = [...steps.values()];
  const shared = sharedStart(all);
  const words = new Map([...steps].map(([column, own]) => [column, own.slice(shared).join(", ")]));
  const areApart = new Set(words.values()).size === words.size;
  if (!areApart) return survey;
  const columns = survey.columns.map((column) => ({ ...column, name: words.get(column) ?? column.name }));
  return { ...survey, columns };
}

const stepsOf = (path: string): readonly string[] =>
  path
    .split("/")
    .map((step) => step.replace(/^[@#]/u, "").trim())
    .filter((step) => step !== "");

/** How many first steps all paths share, but for their last. */
function sharedStart(all: readonly (readonly string[])[]): number {
  const [first = []] = all;
  const most = Math.min(...all.map(({ length }) => length - 1));
  const at = first.findIndex((step, index) => index >= most || !all.every((own) => own[index] === step));
  return Math.max(0, at);
}
