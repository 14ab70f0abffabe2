import { type Family, spanOf } from "../mention.ts";

/** Somebody is harmed "every day": one a day at least. Only of cases; what a person does every day is no figure. */
export const everyDay: Family = {
  pattern:
    /(?<=(?<!\p{L})(?:children|people|women|men|girls|boys|victims|patients|pupils|offences|crimes|cases|incidents|attacks|families)\s(?:are|were|is|have\sbeen|happen|die|suffer|take\splace)\b[^.!?]{0,60}\s)(?:every\s(?:single\s)?|each\s)(?<per>day|week|month)(?!\p{L})/giu,
  read: (match) => ({
    ...spanOf(match),
    kind: "every",
    per: match.groups?.per?.toLowerCase() as "day" | "week" | "month",
  }),
};
