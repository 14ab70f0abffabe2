import { chartTable, dataId } from "./chart-table.ts";
import { defineHelper } from "./helper.ts";

/** `{{chart-data "trend"}}`: the figures behind a chart as a table, where the template wants them. */
export const chartData = defineHelper({
  name: "chart-data",
  makes: "elements",
  parameters: ["chart"],
  hash: { caption: "text" },
  run({ rendering, hash }, chart) {
    rendering.showChart(chart);
    return chartTable(rendering, chart, {
      caption: hash.caption ?? rendering.phrase("chart-figures"),
      regionId: rendering.uniqueId(dataId(rendering, chart)),
    });
  },
});
