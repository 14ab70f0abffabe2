import Handlebars from "handlebars";
import type { Claim } from "../claims/index.ts";
import { createDiagnostics, type DiagnosticDetails, type Diagnostics } from "../diagnostics/index.ts";
import { type Compilation, guardsAt } from "./compilation.ts";
import { citation } from "./helpers/citation.ts";
import { methodPlaceholder, methodText } from "./helpers/method.ts";
import { provenancePlaceholder, provenanceTable } from "./helpers/provenance.ts";
import { revisionsPlaceholder, revisionsText } from "./helpers/revisions.ts";
import { sourcesPlaceholder } from "./helpers/sources.ts";
import { fillSymbols } from "./helpers/symbols.ts";
import { namedThings, nameKey, reportUnknown } from "./named-things.ts";
import { plainText } from "./plain-text.ts";
import { createRendering, type Rendering, type TemplateInput } from "./rendering.ts";
import { createSharedRows } from "./shared-rows.ts";
import type { TemplateSource } from "./template-source.ts";
import { templateValues } from "./template-values.ts";
import { leftOut, type RenderedTemplate } from "./traced-text.ts";

interface Compiled {
  /** Compiles a caption, once; undefined if that adds to the diagnostics. */
  readonly captionTemplate: (
    caption: TemplateSource,
    diagnostics: Diagnostics,
  ) => Handlebars.TemplateDelegate | undefined;
  readonly title: Handlebars.TemplateDelegate;
  readonly description?: Handlebars.TemplateDelegate | undefined;
  readonly body: Handlebars.TemplateDelegate;
  readonly compilation: Compilation;
}

/** Makes the function that renders a compiled template. Each call has a state of its own. */
export function renderTemplate({
  title,
  description,
  body,
  captionTemplate,
  compilation,
}: Compiled): (input: TemplateInput) => RenderedTemplate {
  // Grows with the captions met; an index keeps its meaning.
  const positions = compilation.positions.all;
  const needed = neededReferences(compilation);
  const ownTables = new Set(compilation.references.filter(({ helper }) => helper === "chart-data").map(({ id }) => id));
  const sharedRows = createSharedRows();
  return (input) => {
    const diagnostics = createDiagnostics();
    const lacking = needed.filter(({ kind, id }) => !namedThings[kind](input).has(id));
    const missing = new Set(lacking.map(({ kind, id }) => nameKey(kind, id)));
    const values = templateValues(input);
    const caption = (text: string, file: string) =>
      captionTemplate({ text, file }, diagnostics)?.(values, { data }) ?? "";
    const rendering = createRendering({ input, positions, ownTables, sharedRows, missing, caption, diagnostics });
    const data = { rendering };
    for (const reference of lacking) {
      if (reference.kind !== "chart" || !input.emptyCharts?.has(reference.id)) reportUnknown(rendering, reference);
    }

    const titleHtml = title(values, { data });
    const descriptionHtml = description?.(values, { data });
    const html = body({ ...values, title: new Handlebars.SafeString(titleHtml) }, { data });
    // What it prints has sources too, so it goes first.
    const withProvenance = html.replaceAll(provenancePlaceholder, () => provenanceTable(rendering));
    const complete = fillSymbols(withProvenance, rendering)
      .replaceAll(methodPlaceholder, () => methodText(rendering))
      .replaceAll(revisionsPlaceholder, () => revisionsText(rendering))
      .replaceAll(sourcesPlaceholder, () => sourceList(rendering));
    for (const [claim, { isReplaced }] of rendering.unsaid) if (!isReplaced) diagnostics.warn(unsaidWarning(claim));
    diagnostics.throwIfErrors();
    return {
      html: complete,
      title: plainText(titleHtml).trim(),
      description: descriptionHtml === undefined ? undefined : plainText(descriptionHtml).trim(),
      lang: input.lang,
      runs: rendering.runs,
      rows: rendering.rows,
      positions,
      diagnostics: diagnostics.all,
      printed: {
        figures: new Set([...rendering.printed.figures, ...[...rendering.unsaid.keys()].map(({ id }) => id)]),
        charts: rendering.printed.charts,
      },
    };
  };
}

/** The ids that must exist whenever the template is rendered, also in branches that this rendering does not take. */
function neededReferences({ references, partialCalls }: Compilation) {
  return references.filter(({ kind, id, scope }) => !guardsAt(scope, partialCalls).has(nameKey(kind, id)));
}

/** The author has to learn what readers do not. */
function unsaidWarning({ id, facets }: Claim): DiagnosticDetails {
  const why = facets.find(({ verdict }) => verdict !== "supported")?.reason ?? "";
  return {
    code: "claim-without-figure",
    message: `The claim "${id}" has no figure, and what the template says of it is left out. ${why}`.trim(),
    hint: "To say something in its place, write it after {{else}} in the {{#known}} that holds it.",
    source: { id },
  };
}

function sourceList(rendering: Rendering): string {
  const items = [...rendering.citedSources].flatMap((id) => {
    const source = rendering.input.sources.get(id);
    return source ? [`<li>${citation(rendering, source)}</li>`] : [];
  });
  return items.length === 0 ? leftOut : `<ul class="sources">${items.join("")}</ul>`;
}
