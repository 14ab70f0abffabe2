import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { compileTemplate, type TemplateOptions } from "../../src/template/index.ts";
import { diagnosticsOf } from "../support/diagnostics-of.ts";
import { inputOf } from "./fake-input.ts";

/** Each error as `line:column code message hint`. */
const errorsOf = (run: () => unknown): readonly string[] => diagnosticsOf(run).map(summary);

const summary = ({ code, message, hint, source }: Diagnostic) =>
  `${source?.file}:${source?.line}:${source?.column} ${code}: ${message} ${hint ?? ""}`.trim();

const compile = (text: string, options: Partial<TemplateOptions> = {}) =>
  compileTemplate({ template: { text, file: "page.hbs" }, title: "t", parameters: ["area"], ...options });
const compileErrors = (text: string, options?: Partial<TemplateOptions>) => errorsOf(() => compile(text, options));
const renderErrors = (text: string) => errorsOf(() => compile(text).render(inputOf()));

describe("compiling", () => {
  it("reports everything at once, in the template, the title and the partials, with the nearest name", () => {
    const errors = compileErrors('{{clam "x"}}\n{{aera.label}} {{> masthed}}{{> foot}}', {
      title: "{{are.label}}",
      partials: {
        masthead: { text: "{{{x}}}", file: "masthead.hbs" },
        foot: { text: "a\n{{vaule 1}}", file: "foot.hbs" },
      },
    });
    expect(errors).toEqual([
      'page.hbs:1:1 unknown-helper: There is no helper "clam". Did you mean "claim"?',
      'page.hbs:2:16 unknown-partial: There is no partial "masthed". Did you mean "masthead"?',
      'foot.hbs:2:1 unknown-helper: There is no helper "vaule". Did you mean "value"?',
      'title:1:3 unknown-variable: There is no parameter "are". Did you mean "area"?',
      'page.hbs:2:3 unknown-variable: There is no parameter "aera". Did you mean "area"?',
    ]);
  });

  it("says where a block was opened that is never closed, and which one is closed wrongly", () => {
    expect(compileErrors("{{!-- {{#each}} --}}a\n  {{#if area}}b")).toEqual([
      "page.hbs:2:3 template-syntax: {{#if}} is never closed. Add {{/if}}.",
    ]);
    expect(compileErrors("{{#if area}}b{{/each}}")).toEqual([
      "page.hbs:1:4 template-syntax: {{#if}} is closed by {{/each}}. Close it with {{/if}}.",
    ]);
    expect(compileErrors("a\n{{claim id=}}")[0]).toMatch(/^page\.hbs:2:undefined template-syntax: /u);
  });

  it("refuses numbers, whatever the helper", () => {
    for (const call of ["{{claim 274}}", "{{literal 101}}", '{{table "x" caption=12}}', "{{note 1}}", "{{text 5}}"]) {
      expect(compileErrors(call)[0]).toContain("number-argument");
    }
  });

  it("takes words of the template for literals, and no value of anything", () => {
    expect(compileErrors("a\n{{literal area.label}}")).toEqual([
      'page.hbs:2:11 literal-argument: {{literal}} takes words of the template, not the value of area.label, which could be any figure. Write the words themselves: {{literal "0800 1111"}}. A value is printed by {{area.label}}.',
    ]);
    for (const call of [
      "{{literal @root.area}}",
      '{{literal (text "9" area)}}',
      "{{#each (list 1 2)}}{{literal this}}{{/each}}",
    ]) {
      expect(compileErrors(call).join()).toContain("literal-argument");
    }
  });

  it("refuses HTML that is not a helper's, and figures where HTML cannot hold them", () => {
    const codes = (text: string) => compileErrors(text).map((error) => error.split(" ")[1]);
    expect(codes("{{{area.label}}}")).toEqual(["unescaped-output:"]);
    expect(codes("{{&area.label}}")).toEqual(["unescaped-output:"]);
    expect(codes('<p class={{claim "a"}}>')).toEqual(["misplaced-output:"]);
    expect(codes('<p {{claim "a"}}>')).toEqual(["misplaced-output:"]);
    expect(codes("<{{area.label}}>")).toEqual(["misplaced-output:"]);
    expect(codes('<p title="{{note "a"}}">')).toEqual(["misplaced-output:"]);
    expect(codes('<style>p { width: {{value "a"}} }</style>')).toEqual(["misplaced-output:"]);
    expect(codes('<p {{#if area}}class="a"{{/if}}>{{claim "a"}}</p>')).toEqual([]);
    expect(codes('<p {{#if area}}class="a"{{else}}title="b{{/if}}>')).toEqual(["unbalanced-branches:"]);
    expect(codes('<p title="{{#if area}}a"{{/if}}>')).toEqual(["unbalanced-branches:"]);
    expect(compileErrors("x", { title: 'Offences{{note "a"}}' })[0]).toContain(
      "misplaced-output: {{note}} stands in a title",
    );
    expect(codes('{{#each (list "a") as |claim|}}{{/each}}')).toEqual(["name-taken:"]);
    expect(compileErrors("<p {{> foot}}>", { partials: { foot: { text: "", file: "f" } } })[0]).toContain(
      "misplaced-partial",
    );
  });

  it("refuses a partial that sets a block and is called without one", () => {
    const partials = { box: { text: "<aside>{{> @partial-block}}</aside>", file: "box.hbs" } };
    expect(compileErrors("<p>{{> box}}</p>", { partials })).toEqual([
      'page.hbs:1:4 misplaced-partial: The partial "box" sets what it is called with, and is called with nothing. Write {{#> box}} … {{/box}}.',
    ]);
    expect(compileErrors("{{> @partial-block}}")[0]).toContain("misplaced-partial");
    expect(compileErrors("{{#> box}}x{{/box}}", { partials })).toEqual([]);
  });

  it("refuses calls that do not fit the helper", () => {
    expect(compileErrors("{{claim}}")).toEqual([
      'page.hbs:1:1 wrong-arguments: {{claim}} takes the id of a claim, not nothing. Write {{claim "…"}}.',
    ]);
    expect(compileErrors('{{chart "trend" captoin="x"}}')).toEqual([
      'page.hbs:1:17 unknown-option: {{chart}} has no option "captoin". Did you mean "caption"?',
    ]);
    expect(compileErrors('{{has claim="x"}}')[0]).toContain("{{has}} prints nothing");
    expect(compileErrors("{{footnote}}")[0]).toContain("{{footnote}} wraps content");
    expect(compileErrors('{{#claim "a"}}b{{/claim}}')[0]).toContain("holds no content");
    expect(compileErrors('{{text (note "a")}}')[0]).toContain("cannot be an argument");
    expect(compileErrors('{{#*inline "x"}}{{/inline}}')[0]).toContain("unsupported-syntax");
    expect(compileErrors("{{@rendering}}")[0]).toContain("unknown-variable");
    expect(compileErrors("{{log area}}")[0]).toContain("unknown-helper");
  });

  it("refuses partials that call themselves", () => {
    const partials = { a: { text: "{{> b}}{{area.label}}", file: "a.hbs" }, b: { text: "{{> a}}", file: "b.hbs" } };
    expect(compileErrors("{{> a}}", { partials }).map((error) => error.split(" ")[1])).toEqual([
      "circular-partial:",
      "circular-partial:",
    ]);
  });

  it("tells what ids a template uses", () => {
    const template = compile('{{claim "a"}}{{chart "b"}}{{> p}}{{value "a"}}', {
      partials: { p: { text: '{{table "c"}}{{note "d"}}', file: "p.hbs" } },
    });
    expect(template.uses).toEqual({ claims: ["a", "d"], charts: ["b"], tables: ["c"] });
  });
});

describe("rendering", () => {
  it("reports every unknown id at once, also where it is not printed this time", () => {
    expect(
      renderErrors('{{claim "rize"}}\n {{chart "tren"}}{{#if false}}{{table "by-yaer"}}{{/if}}{{value "rize"}}'),
    ).toEqual([
      'page.hbs:1:9 unknown-claim: There is no claim "rize". Did you mean "rise"?',
      'page.hbs:2:10 unknown-chart: There is no chart "tren". Did you mean "trend"?',
      'page.hbs:2:39 unknown-table: There is no table "by-yaer". Did you mean "by-year"?',
      'page.hbs:2:65 unknown-claim: There is no claim "rize". Did you mean "rise"?',
    ]);
  });

  it("reports ids that are computed, at the call", () => {
    expect(renderErrors('{{#each (list "x")}}\n{{claim this}}{{/each}}')).toEqual([
      'page.hbs:2:1 unknown-claim: There is no claim "x". Known: "total", "rise", "rank".',
    ]);
  });

  it("lets names be missing where `has` asked for them, through partials too", () => {
    expect(renderErrors('{{#if (has claim="x" chart="y")}}{{claim "x"}}{{chart "y"}}{{/if}}')).toEqual([]);
    expect(renderErrors('{{#if (not (has claim="x"))}}none{{else}}{{claim "x"}}{{/if}}')).toEqual([]);
    expect(renderErrors('{{#if (or (has claim="x") (has claim="total"))}}{{claim "x"}}{{/if}}')).toHaveLength(1);
    const partials = { p: { text: '{{claim "x"}}', file: "p.hbs" } };
    const guarded = '{{#if (has claim="x")}}{{> p}}{{/if}}';
    expect(errorsOf(() => compile(guarded, { partials }).render(inputOf()))).toEqual([]);
    expect(errorsOf(() => compile(`${guarded}{{> p}}`, { partials }).render(inputOf()))).toHaveLength(1);
    expect(compileErrors('{{#if (has parameter="logo")}}{{logo}}{{/if}}')).toEqual([]);
    expect(compileErrors("{{logo}}")).toHaveLength(1);
  });

  it("reports variables that are missing and values that cannot be printed", () => {
    expect(renderErrors("{{area.labl}}")).toEqual([
      'page.hbs:1:3 unknown-variable: There is no area.labl here. Did you mean "area.label"?',
    ]);
    expect(renderErrors("{{area.aliases}}")[0]).toContain("unprintable-value");
    expect(renderErrors("{{area.constructor.name}}")[0]).toContain("unknown-variable");
    expect(renderErrors('{{date "2019-02-30"}}')[0]).toContain('"2019-02-30" is not a date.');
  });

  it("reports what is wrong in the caption of a table", () => {
    const [table] = [...inputOf().tables.values()];
    const tables = new Map([["by-year", { ...table, caption: "{{areaa.label}}" } as never]]);
    expect(errorsOf(() => compile('{{table "by-year"}}').render(inputOf({ tables })))).toEqual([
      'caption of table "by-year":1:3 unknown-variable: There is no parameter "areaa". Did you mean "area"?',
    ]);
  });
});
