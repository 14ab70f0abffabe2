import type { ClaimSpec } from "../claims/index.ts";
import { createDiagnostics, didYouMean } from "../diagnostics/index.ts";
import { attachmentKinds } from "./attach-files.ts";
import { reservedNames } from "./briefing-context.ts";
import { checkBriefingShape } from "./briefing-schema.ts";
import type { Briefing, BriefingSpec, Definitions, Parameters } from "./briefing-spec.ts";
import { type FileReader, nodeFiles } from "./file-reader.ts";
import { languageOf } from "./language-of.ts";

/**
 * Puts a briefing together. The ids of datasets, dimensions, measures, categories and parameters are known to the
 * compiler, so that a claim about what does not exist does not compile.
 * @param files how its templates, stylesheets and data are read; the file system where absent.
 * @throws BriefingError for options that do not exist or are of another type, names that are used twice, parameters of dimensions that do not exist, a language that there is none of.
 */
export function defineBriefing<
  const D extends Definitions,
  const P extends Parameters<D>,
  const C extends Readonly<Record<string, ClaimSpec>>,
>(spec: BriefingSpec<D, P, C>, files?: FileReader): Briefing<D, P, C>;
export function defineBriefing(spec: BriefingSpec, files: FileReader = nodeFiles): Briefing {
  checkBriefingShape(spec);
  checkNames(spec);
  languageOf(spec);
  return { kind: "briefing", spec, files };
}

function checkNames({ title, datasets, parameters = {}, attach = [] }: BriefingSpec): void {
  const diagnostics = createDiagnostics({ id: title });
  const named = { dataset: Object.keys(datasets), parameter: Object.keys(parameters) };
  for (const [what, names] of Object.entries(named)) {
    for (const name of names) {
      const isDataset = what === "parameter" && Object.hasOwn(datasets, name);
      if (!isDataset && !reservedNames.includes(name)) continue;
      diagnostics.error({
        code: "name-taken",
        message: `The ${what} "${name}" has the name of ${isDataset ? "a dataset" : "something that every briefing has"}.`,
        hint: "Rename it.",
      });
    }
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== "category") continue;
    const dimensions = datasets[parameter.dataset]?.spec.dimensions;
    if (!dimensions) {
      const hint = didYouMean(parameter.dataset, Object.keys(datasets));
      diagnostics.error({
        code: "unknown-dataset",
        message: `The parameter "${name}" is of a dataset "${parameter.dataset}" that the briefing does not have.`,
        hint,
      });
    } else if (!(parameter.dimension in dimensions)) {
      const hint = didYouMean(parameter.dimension, Object.keys(dimensions));
      diagnostics.error({
        code: "unknown-dimension",
        message: `The parameter "${name}" is of a dimension "${parameter.dimension}" that the dataset does not have.`,
        hint,
      });
    }
  }
  for (const kind of attach.filter((each) => !attachmentKinds.includes(each))) {
    diagnostics.error({
      code: "unknown-attachment",
      message: `A briefing cannot attach "${kind}".`,
      hint: didYouMean(kind, attachmentKinds),
    });
  }
  diagnostics.throwIfErrors();
}
