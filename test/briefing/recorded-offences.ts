import { defineDataset } from "briefwright";

/** Counts by police force and year, for briefings of tests. */
export const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: { role: "area", label: "Police force", plural: "police forces" },
    period: { role: "time", label: "Year" },
  },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: {
    home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" },
  },
});
