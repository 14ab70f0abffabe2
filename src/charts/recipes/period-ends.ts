import { fieldReference } from "../spec/encoded-field.ts";
import { datumField } from "./figure-label.ts";

/** Transforms that tell the first and the last period, in the order of the rows: `isFirst`, `isLast`. */
export function periodEnds(period: string) {
  const field = fieldReference(period);
  return [
    {
      window: [
        { op: "first_value", field, as: "firstPeriod" },
        { op: "last_value", field, as: "lastPeriod" },
      ],
      frame: [null, null],
    },
    { calculate: `${datumField(period)} === datum.firstPeriod`, as: "isFirst" },
    { calculate: `${datumField(period)} === datum.lastPeriod`, as: "isLast" },
  ] as const;
}
