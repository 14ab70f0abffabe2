import { checkArticle } from "../article/index.ts";
import { generateBriefing } from "../briefing/index.ts";
import type { CheckOptions } from "./check-options.ts";
import type { ExitCode } from "./command-context.ts";
import { findData } from "./find-data.ts";
import { readingInput } from "./input-error.ts";
import { readPrevious } from "./open-briefing.ts";
import { readClaims } from "./read-claims.ts";
import { readTextFile } from "./read-text-file.ts";
import { reportAll } from "./report.ts";
import { sourceDate } from "./source-date.ts";
import type { Terminal } from "./terminal.ts";
import { exitCodeOf, verdictsAs } from "./verdict-output.ts";
import { writeFileAtomically } from "./write-file-atomically.ts";

/** Checks the text of an article, and prints its verdicts or writes its page. Throws an `InputError` or a `BriefingError`. */
export async function checkArticleFile(
  file: string,
  options: CheckOptions & { readonly datasets: string },
  { out, err, env }: Terminal,
): Promise<ExitCode> {
  const { format, datasets, title, organisation, lang, css = [] } = options;
  const text = await readTextFile(file);
  const { set, exported } = await readClaims(datasets);
  const data = findData({ datasets: Object.keys(set.datasets), given: options.data ?? {}, exported, file: datasets });
  const stylesheets = await Promise.all(css.map(async (name) => ({ text: await readTextFile(name), file: name })));
  const previous = await readPrevious(options);
  const article = await readingInput(() =>
    checkArticle(text, set, { data, lang, title, organisation, stylesheets, previous }),
  );
  reportAll(err, article.checked.diagnostics);
  if (format === "table" || format === "json") {
    out.write(verdictsAs(format, article.checked, { out, lang }));
  } else {
    const date = options.date ?? sourceDate(env) ?? new Date();
    const made = await generateBriefing(article.briefing, { data, parameters: {}, formats: [format], date, previous });
    reportAll(err, made.diagnostics);
    const name = options.out ?? `${file.replace(/\.[^./]*$/u, "")}.${format}`;
    writeFileAtomically(name, (format === "html" ? made.html : made.pdf) ?? "");
    out.write(`${name}\n`);
  }
  return exitCodeOf(article.checked);
}
