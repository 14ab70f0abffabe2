import { Command } from "commander";
import type { ChartCommandOptions } from "../chart-options.ts";
import type { CreateCommand } from "../command-context.ts";
import { parseDay, parseWidth } from "../parse-options.ts";

/** `briefwright chart`: a Vega-Lite spec that holds its own data, as a picture. */
export const createChartCommand: CreateCommand = ({ terminal, finish }) => {
  const command = new Command("chart")
    .summary("draw a Vega-Lite spec as SVG or PDF")
    .description(
      `Draws a Vega-Lite (or Vega) spec that holds its own data: an SVG, or a tagged PDF of one page of the chart's size.

The alt text is written from the data. Text stays text, in the fonts of the theme. Nothing is fetched, and no file is read
but the spec, unless --allow says so. Expressions are interpreted, never made into code; a chart of more than 200,000 rows or
50,000 marks, or one that takes longer than 30 seconds, is an error.`,
    )
    .argument("<spec.vl.json>", "the spec")
    .requiredOption("-o, --out <file>", "a .svg or .pdf file to write")
    .option("-w, --width <px>", "width of the chart; default: the spec's own, or 640", parseWidth)
    .option("--alt <text>", "alt text, in place of the one that is written from the data")
    .option("--text <file.md>", "also write its alt text, its long description and the table of its data, as Markdown")
    .option("--title <title>", "of the PDF; default: the spec's title, or the name of the file")
    .option("--lang <language>", "of the chart's texts", "en")
    .option("--date <day>", "recorded in the PDF; default: SOURCE_DATE_EPOCH, or when the spec was changed", parseDay)
    .option("--allow <folders...>", "let the spec read data and images (PNG, JPEG) from these folders")
    .option("--trust", "the spec is your own: compile its expressions, and lift all limits")
    .addHelpText(
      "after",
      `
Examples:
  briefwright chart trend.vl.json -o trend.svg
  briefwright chart map.vl.json --allow data/ -o map.pdf
  briefwright chart trend.vl.json --width 480 --alt "Offences doubled in a year." -o trend.pdf`,
    )
    .action(async (file: string, options: ChartCommandOptions) => {
      if (!/\.(svg|pdf)$/i.test(options.out)) command.error("error: --out must end in .svg or .pdf.");
      const { writeChart } = await import("../write-chart.ts");
      finish(await writeChart(file, options, terminal));
    });
  return command;
};
