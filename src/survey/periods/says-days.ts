import { periodReadings } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { isOfDays } from "./days-of-cases.ts";

/** Whether nearly all texts are days; some say that it is not known. */
export const saysDays = (column: ColumnSurvey): boolean => {
  const { texts, name } = column;
  if (isOfDays(column)) return true;
  const areDays = texts.filter((text) => periodReadings(text).some(({ format }) => format === "day")).length;
  const areCompact = texts.filter((text) => /^(?:19|20)\d{2}[01]\d[0-3]\d$/u.test(text)).length;
  const days = /\bdate\b/iu.test(meaningOf(name)) ? Math.max(areDays, areCompact) : areDays;
  return texts.length >= fewestDays && days >= texts.length * nearlyAll;
};
const [fewestDays, nearlyAll] = [8, 0.8];
