import { defineDataset } from "briefwright";

/** INVENTED figures, for the chart that needs counts and those among whom they are counted: no record of anything that happened. */
export const admissions = defineDataset({
  title: "Invented admissions to invented hospitals",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      total: "all",
      open: true,
      categories: [{ id: "all", label: "All areas", inText: "all areas" }],
    },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: {
    admissions: { label: "Admissions", unit: { one: "admission", other: "admissions" }, statType: "count" },
    residents: { label: "Residents", unit: { one: "resident", other: "residents" }, statType: "count" },
  },
  sources: {
    invented: {
      title: "Invented figures, to show a funnel plot",
      publisher: "briefwright examples",
      kind: "other",
      published: "2024",
    },
  },
  caveats: ["All figures of admissions and residents are invented."],
});
