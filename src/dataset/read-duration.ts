import { cellText, type SheetCell } from "../tables/index.ts";

/** How a table writes how long something takes: `8:15` of hours and minutes, `4:05` of minutes and seconds, `2:05:30` of all three, `02:03` of years and months. */
export const durationForms = ["h:mm", "m:ss", "h:mm:ss", "y:mm"] as const;
export type DurationForm = (typeof durationForms)[number];

const sign = "(?<sign>[+\\-−])?";
const looks: Readonly<Record<DurationForm, RegExp>> = {
  "h:mm": new RegExp(`^${sign}(?<first>\\d{1,5}):(?<second>[0-5]\\d)(?::00)?$`, "u"),
  "m:ss": new RegExp(`^${sign}(?<first>\\d{1,5}):(?<second>[0-5]\\d(?:\\.\\d+)?)$`, "u"),
  "h:mm:ss": new RegExp(`^${sign}(?<hours>\\d{1,5}):(?<first>[0-5]\\d):(?<second>[0-5]\\d(?:\\.\\d+)?)$`, "u"),
  "y:mm": new RegExp(`^${sign}(?<first>\\d{1,3}):(?<second>0\\d|1[01])$`, "u"),
};

/** A duration as a number of its smallest part: minutes of `h:mm`, months of `y:mm`, else seconds. Undefined of what is none. */
export function readDuration(text: string, form: DurationForm): number | undefined {
  const found = looks[form].exec(text)?.groups;
  if (!found) return undefined;
  const parts = form === "y:mm" ? 12 : 60;
  const size = (Number(found.hours ?? 0) * 60 + Number(found.first)) * parts + Number(found.second);
  return found.sign === undefined || found.sign === "+" ? size : -size;
}

/** Whether a cell is a duration, in whichever form. */
export const isDuration = (cell: SheetCell): boolean => {
  const text = cellText(cell).trim();
  return durationForms.some((form) => readDuration(text, form) !== undefined);
};
