import Handlebars from "handlebars";
import { createDiagnostics, type Diagnostics } from "../diagnostics/index.ts";
import { type Compilation, guardsAt } from "./compilation.ts";
import { citation } from "./helpers/citation.ts";
import { provenancePlaceholder, provenanceTable } from "./helpers/provenance.ts";
import { sourcesPlaceholder } from "./helpers/sources.ts";
import { namedThings, nameKey, reportUnknown } from "./named-things.ts";
import { plainText } from "./plain-text.ts";
import { createRendering, type Rendering, type TemplateInput } from "./rendering.ts";
import type { TemplateSource } from "./template-source.ts";
import { templateValues } from "./template-values.ts";
import type { RenderedTemplate } from "./traced-text.ts";

interface Compiled {
  /** Compiles a caption, once; undefined if that adds to the diagnostics. */
  readonly captionTemplate: (
    caption: TemplateSource,
    diagnostics: Diagnostics,
  ) => Handlebars.TemplateDelegate | undefined;
  readonly title: Handlebars.TemplateDelegate;
  readonly description?: Handlebars.TemplateDelegate;
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
  const placedData = new Set(
    compilation.references.filter(({ helper }) => helper === "chart-data").map(({ id }) => id),
  );
  return (input) => {
    const diagnostics = createDiagnostics();
    const lacking = needed.filter(({ kind, id }) => !namedThings[kind](input).has(id));
    const missing = new Set(lacking.map(({ kind, id }) => nameKey(kind, id)));
    const values = templateValues(input);
    const caption = (text: string, file: string) =>
      captionTemplate({ text, file }, diagnostics)?.(values, { data }) ?? "";
    const rendering = createRendering({ input, positions, placedData, missing, caption, diagnostics });
    const data = { rendering };
    for (const reference of lacking) {
      if (reference.kind !== "chart" || !input.emptyCharts?.has(reference.id)) reportUnknown(rendering, reference);
    }

    const titleHtml = title(values, { data });
    const descriptionHtml = description?.(values, { data });
    const html = body({ ...values, title: new Handlebars.SafeString(titleHtml) }, { data });
    // What it prints has sources too, so it goes first.
    const withProvenance = html.replaceAll(provenancePlaceholder, () => provenanceTable(rendering));
    const complete = withProvenance.replaceAll(sourcesPlaceholder, () => sourceList(rendering));
    diagnostics.throwIfErrors();
    return {
      html: complete,
      title: plainText(titleHtml).trim(),
      ...(descriptionHtml !== undefined && { description: plainText(descriptionHtml).trim() }),
      lang: input.lang,
      runs: rendering.runs,
      positions,
      printed: rendering.printed,
    };
  };
}

/** The ids that must exist whenever the template is rendered, also in branches that this rendering does not take. */
function neededReferences({ references, partialCalls }: Compilation) {
  return references.filter(({ kind, id, place }) => !guardsAt(place, partialCalls).has(nameKey(kind, id)));
}

function sourceList(rendering: Rendering): string {
  const items = [...rendering.citedSources].flatMap((id) => {
    const source = rendering.input.sources.get(id);
    return source ? [`<li>${citation(rendering, source)}</li>`] : [];
  });
  return items.length === 0 ? "" : `<ul class="sources">${items.join("")}</ul>`;
}
