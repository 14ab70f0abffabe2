import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DiagnosticDetails } from "../../src/diagnostics/index.ts";
import { affixOf, traceOf } from "../../src/document/audit-affixes.ts";
import { auditFigures, contextOf } from "../../src/document/audit-figures.ts";
import type { TextPiece } from "../../src/document/read-traced-text.ts";
import type { TextFlow } from "../../src/document/text-flow.ts";
import { createWords, type DataWords, findLanguage } from "../../src/language/index.ts";
import type { TemplatePosition, TracedRun } from "../../src/template/index.ts";

const position = (line: number): TemplatePosition => ({ file: "page.hbs", line, column: 1 });
const first = position(1);
const second = position(2);
const typed = (text: string, marks: TextPiece["marks"] = []): TextPiece => ({ text, run: null, marks });
const claim = (text: string, id = "total"): TextPiece => ({
  text,
  run: { kind: "claim", id, value: 274 } as unknown as TracedRun,
  marks: [],
});
const run = (text: string, kind: string): TextPiece => ({
  text,
  run: { kind, id: "x" } as unknown as TracedRun,
  marks: [],
});

function audit(
  flows: readonly (readonly TextPiece[])[],
  {
    names = [],
    reads = false,
    dataWords,
    source,
  }: { names?: readonly string[]; reads?: boolean; dataWords?: DataWords; source?: TextFlow["source"] } = {},
) {
  const found: DiagnosticDetails[] = [];
  auditFigures(
    flows.map((pieces): TextFlow => ({ where: "the text", pieces, ...(source && { source }) })),
    {
      findNames: (text) =>
        names.flatMap((name) => {
          const index = text.indexOf(name);
          return index < 0 ? [] : [{ index, length: name.length }];
        }),
      readNumber: reads ? createWords({ language: findLanguage("en") }).readNumber : undefined,
      dataWords,
      affixes: findLanguage("en").figureAffixes,
      mayBeName: (name) => !name.startsWith("Kent"),
    },
    { report: (each) => found.push(each), warn: (each) => found.push(each) },
  );
  return found;
}
const figures = (...input: Parameters<typeof audit>) =>
  audit(...input).map(({ message }) => /^The figure "(.*?)"/.exec(message)?.[1]);

describe("a figure that was typed", () => {
  test.each<[string, readonly TextPiece[], readonly string[]]>([
    ["is told", [typed("It is 274 and £3.5 and 9%.")], ["274", "£3.5", "9%"]],
    ["of any script", [typed("It is ½, ٣ and Ⅳ.")], ["½", "٣", "Ⅳ"]],
    ["unless a run covers it", [typed("It is "), claim("274"), typed(" offences")], []],
    ["is told beside one that a run covers", [typed("It is 3 of "), claim("274")], ["3"]],
    ["where a date or a parameter stands, not", [run("3 May", "metadata"), run("4", "literal")], []],
  ])("%s", (_, pieces, expected) => {
    expect(figures([pieces])).toEqual(expected);
  });

  test.each([
    ["We saw it on Channel 4 today.", "Channel 4"],
    ["It was told by Blade Runner 2049", "Blade Runner 2049"],
    ["Edition 7", "Edition 7"],
    ["ever since The 5Cs began", "5Cs"],
    ["on an old trial of TGN 1412, designed", "TGN 1412"],
    ["He saw 21 Grams.", "21 Grams"],
    ["It rained. CUPE 3902 is a large union", "CUPE 3902"],
    // Figures, and what a capital may be the start of a sentence in.
    ["Around 250 producers came", undefined],
    ["They arrest 10 Malaysian workers", undefined],
    ["Those in Surrey 274 offences", undefined],
    ["lists of the Kent 274", undefined],
    ["It is 12.5, and Only 7%", undefined],
    ["up to $US72 a barrel", undefined],
    ["It weighs 30g", undefined],
    ["It rained. Kent 3902 is a large union", undefined],
  ])("says which name to declare where it looks like a part of one: %s", (text, name) => {
    const hints = audit([[typed(text)]]).map(({ hint }) => /names: \["(.*)"\]/.exec(hint ?? "")?.[1]);
    expect(new Set(hints)).toEqual(new Set([name]));
    if (name !== undefined) expect(audit([[typed(text)]], { names: [name] })).toEqual([]);
  });

  describe("of which it is not certain what it counts", () => {
    const found = (...texts: readonly string[]) =>
      audit(
        texts.map((text) => [typed(text)]),
        { reads: true },
      );
    const codes = (...texts: readonly string[]) => found(...texts).map(({ code }) => code);

    test("is a warning, which names the name to declare", () => {
      expect(found("We met at Rooms 365, at last.")).toEqual([
        {
          code: "figure-or-label",
          message: expect.stringContaining('The number "365" in the text may be a figure that cannot be traced'),
          hint: expect.stringContaining('names: ["Rooms 365"]'),
          source: {},
        },
      ]);
    });
    test("is a warning that says how to write it where it is no name", () => {
      expect(found("It was seen by 138; no more.")[0]?.hint).toContain('{{literal "138"}}');
    });
    test.each([
      ["1 child", "2 or more children"],
      ["1 adult", "2 adults", "3 or more adults"],
      ["1 person", "2+ people"],
      ["0 offences", "1 offence", "2 offences or more"],
    ])("is a warning where texts are classes up to one that is open: %s, %s", (...classes) => {
      expect(codes("The most that is paid", ...classes)).toEqual(classes.map(() => "figure-or-label"));
    });
    test("is an error of an open class that nothing leads up to, whatever it is of and begins with", () => {
      const nouns = fc.constantFrom(["child", "children"], ["offence", "offences"], ["person", "people"]);
      const open = fc.constantFrom("# or more %", "# or over %", "#+ %", "# % or more");
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 9 }), nouns, open, (last, [one = "", several = ""], form) => {
          const classes = Array.from({ length: last - 1 }, (_, at) => `${at + 1} ${at === 0 ? one : several}`);
          const ofLast = form.replace("#", String(last)).replace("%", several);
          expect(new Set(codes(...classes, ofLast))).toEqual(new Set(["figure-or-label"]));
          expect(codes(...classes.slice(0, -1), ofLast).at(-1)).toBe("untraced-figure");
        }),
      );
    });
    test("is an error where no class leads up to it, in a text that says more, and of other things", () => {
      const errors = (count: number) => Array.from({ length: count }, () => "untraced-figure");
      expect(codes("2 or more children")).toEqual(errors(1));
      expect(codes("1 child", "3 or more children")).toEqual(errors(2));
      expect(codes("1 child", "2 children", "7 children")).toEqual(errors(3));
      expect(codes("1 child", "4 children", "2 or more children")).toEqual([
        "figure-or-label",
        "untraced-figure",
        "figure-or-label",
      ]);
      expect(codes("1 child was hurt", "2 or more children")).toEqual(errors(2));
      expect(codes("1 offence", "2 or more children")).toEqual(errors(2));
      expect(codes("11 children", "12 or more children")).toEqual(errors(2));
    });
    test("is told once for each name", () => {
      expect(codes("Here at Rooms 365 we learn.", "Back at Rooms 365, nobody learns.")).toEqual(["figure-or-label"]);
    });
    test("is told of nowhere where it stands as the number of one thing, and is an error where it counts", () => {
      expect(codes("We begin with step 3, in Channel 4, in 2019.")).toEqual([]);
      expect(codes("We moved to step 3; there were 365 offences.")).toEqual(["untraced-figure"]);
    });
    test("is an error in words of the data: beside the name of an area, or what a measure counts", () => {
      const own = {
        isMeasured: (word: string) => word === "badgers",
        isCategory: (word: string) => word === "Kent",
        units: () => [],
      };
      const told = (text: string) => audit([[typed(text)]], { reads: true, dataWords: own }).map(({ code }) => code);
      expect(told("Kent 12")).toEqual(["untraced-figure"]);
      expect(told("Kent recorded 12.")).toEqual(["untraced-figure"]);
      expect(told("We saw these 7 badgers.")).toEqual(["untraced-figure"]);
      expect(codes("We saw these 7 badgers.")).toEqual([]);
      expect(codes("We saw these 17 badgers.")).toEqual(["figure-or-label"]);
    });
  });

  describe("in the form of a name", () => {
    const dataWords: DataWords = { isMeasured: () => false, isCategory: (word) => word === "Kent", units: () => [] };
    const told = (text: string, name: string) =>
      audit([[typed(text)]], { names: [name], reads: true, dataWords }).map(({ code }) => code);

    test.each([
      ["Kent was 31st in the run.", "31st"],
      ["Kent, 14, has won.", "14"],
      ["Kent turned 15 in May.", "15"],
      ["Kent’s 31st year", "31st"],
      ["Kent No 14 was last.", "No 14"],
      ["In Kent No. 14 was last.", "No. 14"],
      ["It is Kent [14].", "[14]"],
    ])("may be one of the area right before it: %s", (text, name) => {
      expect(told(text, name)).toEqual(["figure-or-label"]);
      expect(told(text.replace("Kent", "Joan"), name)).toEqual([]);
    });

    test.each([
      ["Figure 3 for Kent", "Figure 3"],
      ["See Kent in Figure 3.", "Figure 3"],
      ["Kent Term 3", "Term 3"],
      ["In Kent they all ran, and he was 31st.", "31st"],
    ])("is none of an area that stands elsewhere: %s", (text, name) => {
      expect(told(text, name)).toEqual([]);
    });
  });

  test("is none in a name, as far as its digits go", () => {
    expect(figures([[typed("Ages 16-17 in 2018/19")]], { names: ["16-17"] })).toEqual(["2018/19"]);
    expect(figures([[typed("2018/19, and 2018/19")]], { names: ["2018/19"] })).toEqual(["2018/19"]);
    expect(figures([[typed("Area 51%")]], { names: ["Area 51"] })).toEqual([]);
    expect(figures([[typed("£20 notes")]], { names: ["20 notes"] })).toEqual([]);
    expect(figures([[typed("£20 notes")]], { names: ["£2"] })).toEqual(["£20"]);
    expect(figures([[typed("It is 5%, 1")]], { names: ["5"] })).toEqual(["1"]);
    expect(figures([[typed("Of 12 people")]], { names: ["2 people"] })).toEqual(["12"]);
    expect(figures([[claim("7"), typed(" of Area 51")]], { names: ["Area 51"] })).toEqual([]);
    expect(figures([[claim("274,000"), typed(" 5 of Area 51")]], { names: ["Area 51"] })).toEqual(["5"]);
  });

  describe("in a name that says nothing but its number", () => {
    const own: DataWords = { isMeasured: (word) => word === "offences", isCategory: () => false, units: () => [] };
    const toldOf = (name: string, behind = " offences") =>
      figures([[typed(`There were ${name}${behind} there.`)]], { names: [name], dataWords: own }).length;
    test.each([
      "8.7.3",
      "10.11.12.13",
      "No. 873",
      "Nr.873",
      "N. 8",
      "№ 873",
      "№873",
      "0117 49",
      "(0117) 496-0018",
      "+44 20 7946",
      "8am",
      "8 pm",
      "12:30am",
      "8.30 pm",
      "27/4/19",
      "7-4-2018",
      "2018/12/27",
      "1998-1-17",
    ])("is told where the data counts what stands behind it: %s", (name) => {
      expect(toldOf(name)).toBe(1);
      expect(toldOf(name, " sergeants")).toBe(0);
    });
    test.each([
      "8.7",
      "No. 1998",
      "No. 2019",
      "About. 873",
      "§. 873",
      "A 8.7.3",
      "8.7.3 bis",
      "0117",
      "+0117x",
      "8am Club",
      "Club 8am",
      "8:3am",
      "27/4-19",
      "27/4",
      "127/4/9",
      "on 27/4/19",
      "27/4/19 Group",
      "2018/19",
      "Category 1",
    ])("is said of it where the name has words, or a year: %s", (name) => {
      expect(toldOf(name)).toBe(0);
    });
  });

  test("is told once of each place in the template, however often a loop repeats it", () => {
    const at = (where: TemplatePosition) => [typed("It is 274", [{ offset: 0, position: where }])];
    expect(figures([at(first), at(first)])).toEqual(["274"]);
    expect(figures([at(first), at(second)])).toEqual(["274", "274"]);
    expect(figures([[typed("It is 274")], [typed("It is 274")]])).toEqual(["274", "274"]);
    const two = typed("274 and 275, 274", [{ offset: 0, position: first }]);
    expect(figures([[two]])).toEqual(["274", "275"]);
  });

  test("stands where the last mark before it says", () => {
    const marks = [
      { offset: 0, position: first },
      { offset: 6, position: second },
      { offset: 10, position: position(3) },
    ];
    const placed = (text: string) => audit([[typed(text, marks)]]).map(({ source }) => source);
    expect(placed("It is 274.")).toEqual([second]);
    // The mark stands before the first digit, which a sign may precede.
    expect(placed("It is£274.")).toEqual([second]);
    expect(placed("It 27 is")).toEqual([first]);
    expect(audit([[typed("It is 274")]])[0]).toMatchObject({ source: {} });
    expect(audit([[typed("It is 274", marks)]], { source: { id: "own" } })[0]?.source).toEqual({
      id: "own",
      ...second,
    });
  });

  test("has a way out that fits where it was typed", () => {
    expect(audit([[typed("It is 274")]])[0]?.hint).toContain('{{literal "274"}}');
    const [inFile] = audit([[typed("It is 274")]], { source: { file: "notes.json" } });
    expect(inFile?.hint).toMatch(/^Leave it out/);
    expect(inFile?.source).toEqual({ file: "notes.json" });
  });
});

test("a figure is shown with what stands around it, in one line", () => {
  const long = `${"a".repeat(40)} 274 ${"b".repeat(40)}`;
  expect(contextOf(long, 41, "274")).toBe(`…${"a".repeat(29)} 274 ${"b".repeat(29)}…`);
  expect(contextOf("It  is\n 274", 8, "274")).toBe("It is 274");
  expect(contextOf(` ${"a".repeat(30)}274`, 31, "274")).toBe(`…${"a".repeat(30)}274`);
  expect(contextOf("274", 0, "274")).toBe("274");
  // Half of a letter that has two code units is none.
  expect(contextOf(`😀${"a".repeat(29)}274${"b".repeat(29)}😀`, 31, "274")).toBe(
    `…${"a".repeat(29)}274${"b".repeat(29)}…`,
  );
});

describe("what stands beside a figure", () => {
  const words = createWords({ language: findLanguage("en-GB") }).figureAffixes;
  const beside = (pieces: readonly TextPiece[], at: number, unit?: readonly string[]) =>
    affixOf(pieces, at, words, () => unit && { own: unit, others: [] })?.words;
  test("is read up to the next figure, and not beyond", () => {
    expect(beside([claim("274"), typed(" million")], 0)).toBe("million");
    expect(beside([typed("minus "), claim("274")], 1)).toBe("minus");
    expect(beside([claim("274"), run(" mil", "literal"), typed("lion")], 0)).toBe("million");
    expect(beside([claim("274"), claim("3", "other"), typed(" million")], 0)).toBeUndefined();
    expect(beside([claim("274"), typed(" million")], 1)).toBeUndefined();
    expect(beside([claim("274")], 0)).toBeUndefined();
    expect(beside([claim(""), typed(" million")], 0)).toBeUndefined();
  });
  test("is no other figure where the unit says it", () => {
    expect(beside([claim("274"), typed(" million")], 0, ["million pounds"])).toBeUndefined();
  });
  test("is of a claim or a cell that has a figure", () => {
    const cell = (value: number | null): TextPiece => ({
      text: "274",
      run: { kind: "cell", id: "c", value } as unknown as TracedRun,
      marks: [],
    });
    expect(beside([cell(274), typed(" million")], 0)).toBe("million");
    expect(beside([cell(null), typed(" million")], 0)).toBeUndefined();
    expect(beside([run("274", "literal"), typed(" million")], 0)).toBeUndefined();
    expect(traceOf(cell(274).run)).toBe('of the cell "c"');
    expect(traceOf(claim("274").run)).toBe('of the claim "total"');
    expect(traceOf(null)).toBe("");
  });
  test("is another unit after a figure that ends in digits, or is one word", () => {
    expect(beside([claim("274"), typed(" children")], 0, ["offence"])).toBe("children");
    expect(beside([claim("half"), typed(" children")], 0, ["offence"])).toBe("children");
    expect(beside([claim("about 274"), typed(" children")], 0, ["offence"])).toBe("children");
    expect(beside([claim("274 offences"), typed(" children")], 0, ["offence"])).toBeUndefined();
  });
  test("is shown as it stands there", () => {
    const pieces = [typed("There were "), claim("274"), typed(" million offences")];
    expect(affixOf(pieces, 1, words, () => undefined)?.context).toBe("There were 274 million offences");
  });
});

describe("a number between a noun and an area", () => {
  const codesOf = (text: string) =>
    audit([[typed(text)]], {
      reads: true,
      dataWords: {
        isMeasured: () => false,
        isCategory: (word) => /^(?:Kent|Essex)$/.test(word),
        units: () => [],
      },
    }).map(({ code }) => code);

  test.each(["We met at junction 7, Kent.", "The ward 14, Kent, is closed."])("may be that of a thing: %s", (text) => {
    expect(codesOf(text)).toEqual(["figure-or-label"]);
  });
  test.each(["Rape 45 in Kent, 38 in Essex", "Highest 45 in Kent", "Exploitation 412 in Kent", "Online 45, Kent"])(
    "is how many where it is a list, a rank, long or a row: %s",
    (text) => {
      expect(codesOf(text)).toContain("untraced-figure");
      expect(codesOf(text)).not.toContain("figure-or-label");
    },
  );
});

describe("a number in brackets", () => {
  const raised = (text: string): TextPiece => ({ ...typed(text), isRaised: true });
  const dataWords: DataWords = {
    isMeasured: (word) => word === "Grooming",
    isCategory: (word) => word === "Kent",
    units: () => [],
  };

  test.each<[string, readonly TextPiece[]]>([
    ["a name", [typed("They were backed up by Matt Richardson"), raised("(9)"), typed(", who ran.")]],
    ["a name, as an ordinal", [typed("Next came James Roberts"), raised("(18th)"), typed(" and Lucy"), raised("(3)")]],
  ])("is a note or a place where it is raised behind %s", (_, pieces) => {
    expect(audit([pieces], { reads: true, dataWords })).toEqual([]);
  });

  test.each<[string, readonly TextPiece[]]>([
    ["is on the line", [typed("They were backed up by Matt Richardson(9), who ran.")]],
    ["is behind a figure", [typed("It was "), claim("274"), raised("(9)"), typed(" then.")]],
    ["is behind a typed figure", [typed("It came to 45"), raised("(9)"), typed(" then.")]],
    ["is behind what is counted", [typed("Of all Offences"), raised("(45)"), typed(" then.")]],
    ["is behind what the data measures", [typed("Of all Grooming"), raised("(45)"), typed(" then.")]],
    ["is behind an area", [typed("It was in Kent"), raised("(45)"), typed(" then.")]],
    ["tells of victims", [typed("The victims lived in Leeds"), raised("(45)"), typed(" then.")]],
    ["is a share", [typed("Matt Richardson"), raised("(45%)"), typed(" then.")]],
  ])("is told of where it %s", (_, pieces) => {
    expect(audit([pieces], { reads: true, dataWords })).not.toEqual([]);
  });
});

test("a note raised behind a typed figure is told with that figure", () => {
  const raised = (text: string): TextPiece => ({ ...typed(text), isRaised: true });
  const figures = (pieces: readonly TextPiece[]) =>
    audit([pieces], { reads: true }).map(({ message }) => /"(.+?)"/.exec(message)?.[1]);
  expect(figures([typed("An increase of 28,470"), raised("2"), typed(" offences.")])).toEqual(["28,470"]);
  // No raised figure is lost where nothing is told before it.
  expect(figures([typed("An increase of "), raised("45"), typed(" offences.")])).toEqual(["45"]);
  expect(figures([typed("An increase of 28,470"), raised("245"), typed(" offences.")])).toEqual(["28,470", "245"]);
});
