import * as z from "zod";
import packageJson from "../../package.json" with { type: "json" };
import { BriefingError, type Diagnostic, defined } from "../diagnostics/index.ts";
import { type BriefingRecord, sha256 } from "../record/index.ts";
import type { BatchItem } from "./batch-item.ts";

const text = z.string();

const file = z
  .object({
    file: text.describe("Its name within the folder."),
    kind: z.enum(["pdf", "html", "record"]),
    sha256: text,
    bytes: z.int(),
    pages: z.int().describe("Of a PDF.").optional(),
  })
  .describe("One file of a briefing.");

const entry = z
  .object({
    name: text.describe("Of its files, without extension."),
    parameters: z.record(text, text),
    status: z
      .enum(["made", "failed", "planned"])
      .describe(
        "Failed: its files, if there are any, are of an earlier run. Planned: the run did not come to its end.",
      ),
    title: text,
    files: z.array(file),
    figures: z.int().describe("Printed claims and cells of tables that have a figure."),
    hidden: z.int().describe("Those whose figure is hidden."),
    missing: z.int().describe("Those of which there is no figure."),
    charts: z.int().describe("Charts that draw a figure."),
    verdicts: z.record(text, z.int()).describe("How many claims that somebody stated have which verdict."),
    keyFigures: z.array(z.object({ phrase: text, period: text })).describe("The first claims that it prints."),
    diagnostics: z
      .array(z.object({ code: text, severity: z.enum(["error", "warning"]), count: z.int() }))
      .describe("How often which diagnostic was met. Their texts are for the author, and in the output of the run."),
  })
  .describe("One briefing.");

/** The shape of a manifest, also published as a JSON Schema. */
export const manifestSchema = z
  .object({
    $schema: text.optional(),
    version: z.literal(1),
    generator: text.describe("The program that made it, with its version."),
    module: text.describe("The file name of the module that holds the briefing."),
    title: text.describe("Of the datasets."),
    lang: text.describe("BCP 47."),
    briefings: z.array(entry),
  })
  .describe(
    "The briefings of a folder: what a batch made. It has no times, so that the same batch gives the same bytes.",
  );

/** The briefings of a folder. */
export type Manifest = z.infer<typeof manifestSchema>;
/** One briefing of a manifest. */
export type ManifestEntry = Manifest["briefings"][number];
/** A file of one briefing as the manifest lists it: its name in the folder, its size in bytes, and its hash. */
export type ManifestFile = ManifestEntry["files"][number];

/** Its name in a folder of briefings. */
export const manifestName = "manifest.json";
/** The name of the page beside it that leads to them. */
export const indexName = "index.html";

export const createManifest = (about: Omit<Manifest, "version" | "generator">): Manifest => ({
  version: 1,
  generator: `briefwright ${packageJson.version}`,
  ...about,
});

export const formatManifest = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** @throws BriefingError for a text that is no manifest. */
export function parseManifest(json: string, path: string): Manifest {
  const parsed = manifestSchema.safeParse(jsonOf(json));
  if (parsed.success) return parsed.data;
  throw new BriefingError([
    {
      code: "invalid-manifest",
      severity: "error",
      message: `The file is no manifest of briefings, so that what else is in its folder is not known: ${parsed.error.issues[0]?.message ?? ""}.`,
      hint: "Write into another folder, or move the file away.",
      source: { file: path },
    },
  ]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a manifest says of a file. */
export const manifestFile = (
  { file, kind, pages }: Pick<ManifestFile, "file" | "kind" | "pages">,
  content: string | Uint8Array,
): ManifestFile => defined({ file, kind, sha256: sha256(content), bytes: Buffer.byteLength(content), pages });

const keyFiguresShown = 3;

/** What a manifest says of what a briefing prints. */
export type BriefingSummary = Readonly<
  Pick<ManifestEntry, "title" | "figures" | "hidden" | "missing" | "charts" | "verdicts" | "keyFigures">
>;

/** What a manifest says of a briefing that was made. */
export const madeEntry = (
  { name, parameters }: BatchItem,
  { summary, diagnostics }: { readonly summary: BriefingSummary; readonly diagnostics: readonly Diagnostic[] },
  files: readonly ManifestFile[],
): ManifestEntry => ({
  name,
  parameters: { ...parameters },
  status: "made",
  title: summary.title,
  files: [...files],
  figures: summary.figures,
  hidden: summary.hidden,
  missing: summary.missing,
  charts: summary.charts,
  verdicts: summary.verdicts,
  keyFigures: summary.keyFigures,
  diagnostics: countDiagnostics(diagnostics),
});

/** Counts what is printed of a record. */
export function summarize({ title, claims, cells, charts }: BriefingRecord): BriefingSummary {
  const printed = [...claims, ...cells].filter((figure) => figure.printed);
  const count = (is: (figure: (typeof printed)[number]) => boolean) => printed.filter(is).length;
  const hidden = count(({ absence }) => absence === "suppressed");
  return {
    title,
    figures: count(({ figure }) => figure !== null),
    hidden,
    missing: count(({ absence }) => absence !== null) - hidden,
    charts: charts.filter(({ columns, rows }) =>
      columns.some(({ id, numeric }) => numeric && rows.some((row) => row[id] !== null)),
    ).length,
    verdicts: countBy(claims.filter(({ spec }) => spec.stated !== undefined).map(({ verdict }) => verdict)),
    keyFigures: claims
      .filter(({ printed, figure }) => printed && figure !== null)
      .slice(0, keyFiguresShown)
      .map(({ phrase, period }) => ({ phrase, period })),
  };
}

/** What a manifest says of a briefing of which there is nothing new. */
export const emptyEntry = (
  { name, parameters }: BatchItem,
  status: "failed" | "planned",
  diagnostics: readonly Diagnostic[],
  earlier: ManifestEntry | undefined,
): ManifestEntry => ({
  name,
  parameters: { ...parameters },
  status,
  title: earlier?.title ?? "",
  files: [...(earlier?.files ?? [])],
  figures: 0,
  hidden: 0,
  missing: 0,
  charts: 0,
  verdicts: {},
  keyFigures: [],
  diagnostics: countDiagnostics(diagnostics),
});

/** What tells authors of hidden counts: in the files of a batch, which are published, it would tell readers. */
const forAuthors: readonly string[] = ["shown-before", "withdrawn-figure"];

function countDiagnostics(diagnostics: readonly Diagnostic[]): ManifestEntry["diagnostics"] {
  const told = diagnostics.filter(({ code }) => !forAuthors.includes(code));
  const counts = countBy(told.map(({ code, severity }) => `${severity} ${code}`));
  return Object.entries(counts).map(([key, count]) => {
    const [severity, code] = key.split(" ") as ["error" | "warning", string];
    return { code, severity, count };
  });
}

/** In the order of their names. */
function countBy(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
