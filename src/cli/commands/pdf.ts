import { Command, Option } from "commander";
import type { CreateCommand } from "../command-context.ts";
import { collect, parseCount, parseDay, parseSeconds } from "../parse-options.ts";
import type { PdfOptions } from "../pdf-options.ts";
import { isSupervised } from "../supervised.ts";

/** `briefwright pdf`: any HTML of the supported subset as a tagged PDF. */
export const createPdfCommand: CreateCommand = ({ terminal, argv, finish }) =>
  new Command("pdf")
    .summary("turn an HTML file into a tagged, archivable PDF")
    .description(
      `Turns an HTML file into a tagged PDF (PDF/UA-1 and PDF/A-3a).

Styles come from <style> elements, linked stylesheets and --css. Stylesheets, images (PNG, JPEG, SVG) and fonts of
@font-face rules (TTF, OTF, WOFF, WOFF2) are files in the folder of the HTML file, or below it; --root names a folder that
holds them all. Nothing is fetched. A title, a language and alt texts are required, unless --lenient lets it pass
that they are missing.`,
    )
    .argument("<file.html>", "the HTML file")
    .requiredOption("-o, --out <file.pdf>", "the PDF to write")
    .option("-c, --css <file>", "a stylesheet; repeat for more, later ones win", collect)
    .option("--root <folder>", "where files may be read; default: the folder of the HTML file, and of each --css")
    .option(
      "--font <file>",
      "a font file, used by its family and where others lack a character; repeat for more",
      collect,
    )
    .option("--lang <language>", "of the document, e.g. en-GB; default: <html lang>")
    .option("--title <title>", "of the document; default: <title>")
    .option(
      "--date <day>",
      "recorded in the PDF; default: SOURCE_DATE_EPOCH, or when the HTML file was changed",
      parseDay,
    )
    .option(
      "--lenient",
      "let pass what stops the PDF: a warning each, something visible in its place, no claim to PDF/UA",
    )
    .option("--allow <codes>", "let pass these errors alone, separated by commas, e.g. missing-alt,missing-glyph")
    .option("--pages <numbers>", "the pages that the PDF holds, e.g. 2-5 or 1,3,8-; a part does not claim PDF/UA")
    .addOption(
      new Option("--debug <what>", "layout: the boxes drawn over the pages, with the names of their elements").choices([
        "layout",
      ]),
    )
    .option(
      "--shrink-to-fit",
      "draw all smaller, to two thirds of its size at most, where something is wider than its page",
    )
    .option("--explain <selector>", "print the style and the place of an element, and why pages end before or in it")
    .option(
      "--time-limit <seconds>",
      "for a stranger's file: make the PDF in a process of its own, and give up after so long; 60 with --memory-limit",
      parseSeconds,
    )
    .option("--memory-limit <megabytes>", "the same, where it needs more memory; 2048 with --time-limit", parseCount)
    .addHelpText(
      "after",
      `
Examples:
  briefwright pdf report.html -o report.pdf
  briefwright pdf found.html --lenient --shrink-to-fit -o found.pdf
  briefwright pdf report.html --pages 3-4 --debug layout --explain "#results" -o look.pdf
  briefwright pdf report.html --css brand.css --lang cy --title "Adroddiad" -o report.pdf`,
    )
    .action(async (file: string, options: PdfOptions) => {
      const isLimited = options.timeLimit !== undefined || options.memoryLimit !== undefined;
      if (isLimited && !isSupervised(terminal)) {
        const { supervisePdf } = await import("../supervise.ts");
        return finish(await supervisePdf({ options, argv, file }));
      }
      const { writeHtmlAsPdf } = await import("../write-html-as-pdf.ts");
      finish(await writeHtmlAsPdf(file, options, terminal));
    });
