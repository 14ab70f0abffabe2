import { type Family, spanOf } from "../mention.ts";

export const webAddresses: Family = {
  pattern: /\b(?:https?:\/\/|www\.)\S*[^\s.,;:!?)\]"”’']|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w*\d\w*/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "web address" }),
};
