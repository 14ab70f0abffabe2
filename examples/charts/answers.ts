import { defineDataset } from "briefwright";

/** INVENTED figures, for the chart that needs answers to questions: nobody was asked. */
export const answers = defineDataset({
  title: "Invented answers to invented questions",
  dimensions: {
    statement: { role: "category", label: "Statement", plural: "statements", open: true },
    answer: {
      role: "category",
      label: "Answer",
      plural: "answers",
      categories: [
        { id: "strongly-disagree", label: "Strongly disagree" },
        { id: "disagree", label: "Disagree" },
        { id: "neither", label: "Neither" },
        { id: "agree", label: "Agree" },
        { id: "strongly-agree", label: "Strongly agree" },
      ],
    },
    period: { role: "time", label: "Year", plural: "years" },
  },
  measures: { people: { label: "People", unit: { one: "person", other: "people" }, statType: "count" } },
  sources: {
    "invented-answers": {
      title: "Invented figures, to show a chart of answers",
      publisher: "briefwright examples",
      kind: "other",
      published: "2024",
    },
  },
  caveats: ["All answers are invented."],
});
