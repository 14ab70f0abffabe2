import { defineDataset } from "briefwright";

/**
 * INVENTED figures: an exercise in disclosure control, no record of anything that happened. The counts that stand in the
 * file are never printed as they are: small ones are hidden, with as many others as keep them from being worked out.
 */
export const referrals = defineDataset({
  title: "Invented referrals to an invented helpline",
  dimensions: {
    area: {
      role: "area",
      label: "Area",
      plural: "areas",
      total: "all",
      categories: [
        { id: "all", label: "All areas", inText: "all areas" },
        { id: "upland", label: "Upland" },
        { id: "lowland", label: "Lowland" },
        { id: "ashby-vale", label: "Ashby Vale", parent: "upland" },
        { id: "birch-moor", label: "Birch Moor", parent: "upland" },
        { id: "cold-fell", label: "Cold Fell", parent: "upland" },
        { id: "dunmarsh", label: "Dunmarsh", parent: "lowland" },
        { id: "eastwater", label: "Eastwater", parent: "lowland" },
      ],
    },
    age: {
      role: "category",
      label: "Age group",
      total: "all",
      categories: [
        { id: "all", label: "All ages", inText: "all ages" },
        { id: "under-12", label: "Under twelve", inText: "children under twelve" },
        { id: "teenagers", label: "Twelve and over", inText: "children of twelve and over" },
      ],
    },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: {
    referrals: { label: "Referrals", unit: { one: "referral", other: "referrals" }, statType: "count" },
  },
  sources: {
    invented: {
      title: "Invented figures, to show how small counts are protected",
      publisher: "briefwright examples",
      kind: "other",
      published: "2024",
    },
  },
  disclosure: { profile: "under5" },
  caveats: ["All figures in this briefing are invented."],
});
