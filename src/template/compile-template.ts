import Handlebars from "handlebars";
import { createDiagnostics, type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import { adaptHelper, positionKey } from "./adapt-helper.ts";
import { builtinSignatures } from "./builtin-signatures.ts";
import { type Compilation, createCompilation, guardsAt } from "./compilation.ts";
import { helpers } from "./helpers/index.ts";
import { type namedThings, nameKey } from "./named-things.ts";
import { createPositions, type Positions } from "./positions.ts";
import { getHelper, printHelper } from "./prepare-call.ts";
import { printValue } from "./print-value.ts";
import { readPartials, readPlainSource, readSource } from "./read-sources.ts";
import { renderTemplate } from "./render-template.ts";
import type { Rendering, TemplateInput } from "./rendering.ts";
import type { TemplateSource } from "./template-source.ts";
import { standardVariables } from "./template-values.ts";
import type { RenderedTemplate } from "./traced-text.ts";

export interface TemplateOptions {
  readonly template: TemplateSource;
  /** By the name that `{{> name}}` calls. */
  readonly partials?: Readonly<Record<string, TemplateSource>>;
  /** The document's title, itself a template: `Online grooming: {{area.label}}`. Plain text. */
  readonly title: string;
  /** What the document is about, for its metadata: a small template as the title is. */
  readonly description?: string | undefined;
  /** Names of the parameters. Given, a variable of another name is an error when the template is compiled. */
  readonly parameters?: readonly string[];
}

/** A template that is ready to be rendered, any number of times. */
export interface CompiledTemplate {
  /** Ids that the template and its partials write out, in the order of the text. */
  readonly uses: {
    readonly claims: readonly string[];
    readonly charts: readonly string[];
    readonly tables: readonly string[];
  };
  /** Throws `BriefingError` with every unknown id and every value that cannot be printed. */
  render(input: TemplateInput): RenderedTemplate;
}

/**
 * Reads, checks and compiles a template with the partials that it reaches. Throws one `BriefingError` with everything
 * that is wrong in any of them: syntax, unknown helpers, partials, options and variables, output where HTML cannot hold it.
 */
export function compileTemplate(options: TemplateOptions): CompiledTemplate {
  const { template, partials = {}, title, description, parameters } = options;
  const diagnostics = createDiagnostics();
  const positions = createPositions();
  const compilation = createCompilation(diagnostics, positions);
  const environment = createEnvironment();

  const titleProgram = readPlainSource({ text: title, file: "title" }, compilation);
  const descriptionProgram =
    description === undefined ? undefined : readPlainSource({ text: description, file: "description" }, compilation);
  const program = readSource(template, undefined, compilation);
  const read = readPartials(partials, compilation);
  if (parameters) checkVariables(compilation, parameters);
  diagnostics.throwIfErrors();

  for (const [name, partial] of read) environment.registerPartial(name, environment.compile(partial, compileOptions));
  return {
    uses: {
      claims: usedIds(compilation, "claim"),
      charts: usedIds(compilation, "chart"),
      tables: usedIds(compilation, "table"),
    },
    render: renderTemplate({
      captionTemplate: captionCompiler({ environment, positions, parameters }),
      title: environment.compile(titleProgram, compileOptions),
      description: descriptionProgram ? environment.compile(descriptionProgram, compileOptions) : undefined,
      body: environment.compile(program, compileOptions),
      compilation,
    }),
  };
}

interface CaptionOptions {
  readonly environment: typeof Handlebars;
  readonly positions: Positions;
  readonly parameters?: readonly string[] | undefined;
}

/** Captions come with their tables, when the template is rendered; each is compiled the first time that it comes. */
function captionCompiler({ environment, positions, parameters }: CaptionOptions) {
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  return (caption: TemplateSource, diagnostics: Diagnostics): Handlebars.TemplateDelegate | undefined => {
    const known = compiled.get(caption.text);
    if (known) return known;
    const own = createDiagnostics();
    const compilation = createCompilation(own, positions);
    const program = readSource(caption, undefined, compilation);
    readPartials({}, compilation);
    if (parameters) checkVariables(compilation, parameters);
    diagnostics.add(own.all);
    if (own.all.length > 0) return undefined;
    const template = environment.compile(program, compileOptions);
    compiled.set(caption.text, template);
    return template;
  };
}

const knownHelpers = Object.fromEntries(
  [...helpers.keys(), ...builtinSignatures.keys(), getHelper, printHelper].map((name) => [name, true]),
);

/** `compat` finds a parameter from within `each` too. Handlebars keeps prototypes out of reach by itself. */
const compileOptions = { knownHelpers, knownHelpersOnly: true, compat: true, preventIndent: true, noEscape: false };

/** One for each template: nothing that is registered anywhere else is seen here. */
function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  environment.unregisterHelper("log");
  for (const helper of helpers.values()) environment.registerHelper(helper.name, adaptHelper(helper));
  environment.registerHelper({ ...valueHelpers });
  return environment;
}

function checkVariables(compilation: Compilation, parameters: readonly string[]): void {
  const known = new Set([...parameters, ...standardVariables, ...compilation.partialArguments]);
  for (const { name, position, ...place } of compilation.variables) {
    if (known.has(name) || guardsAt(place, compilation.partialCalls).has(nameKey("parameter", name))) continue;
    compilation.error(
      { code: "unknown-variable", message: `There is no parameter "${name}".`, hint: didYouMean(name, known) },
      position,
    );
  }
}

function usedIds({ references }: Compilation, kind: keyof typeof namedThings): string[] {
  return [...new Set(references.filter((reference) => reference.kind === kind).map(({ id }) => id))];
}

interface CallOptions {
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: { readonly rendering: Rendering; readonly root: object };
}

/** What the compiler makes of `{{area.label}}`: `{{$print ($get area.label)}}`. No template can call them by name. */
const valueHelpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  /** The value of a variable. One that is missing is an error, reported here, and empty words from here on. */
  [getHelper](value: unknown, written: string, { hash, data }: CallOptions): unknown {
    if (value !== undefined) return value;
    const names = Object.entries(data.root).flatMap(namesIn);
    data.rendering.error(
      { code: "unknown-variable", message: `There is no ${written} here.`, hint: didYouMean(written, names) },
      hash[positionKey] as number,
    );
    return new Handlebars.SafeString("");
  },

  [printHelper](value: unknown, { hash, data }: CallOptions): Handlebars.SafeString {
    const text = printValue(data.rendering, value, hash[positionKey] as number);
    return new Handlebars.SafeString(text ?? "");
  },
};

/** `lang`; `area`, `area.id`, `area.label`. */
function namesIn([name, value]: [string, unknown]): string[] {
  const isGroup = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return [name, ...(isGroup ? Object.keys(value).map((field) => `${name}.${field}`) : [])];
}
