import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type PdfDocument, pagesOf, readWithPdfJs } from "../support/open-pdf.ts";
import { inPart, someOf } from "../support/trials.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, run } = useWorkplace();

const areas = ["Ashford", "Canterbury", "Dartford", "Dover", "Gravesham", "Maidstone", "Sevenoaks", "Swale"];
const counts = [61, 3, 112, 57, 93, 2, 72, 64];
const later = [64, 72, 4, 93, 57, 112, 13, 1];
const referrals = [45, 60, 112, 98, 77, 81, 140, 52];
const parts = [3, 6, 16, 12, 4, 13, 35, 5];
const population = [51_200, 61_400, 47_900, 72_300, 50_100, 66_000, 58_700, 49_500];
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthly = [21, 24, 19, 3, 27, 22, 31, 2, 18, 25, 29, 33];

const at = (values: readonly number[], index: number): number => values.at(index) ?? 0;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const percent = (part: number, of: number): string => ((100 * part) / of).toFixed(1);
const inThousands = (count: number): string => (count / 1000).toFixed(3);
const smallThousands = [1, 2, 3, 4].map(inThousands);
const ofAreas = (row: (area: string, index: number) => string): readonly string[] => areas.map(row);

const [given, family] = ["Ann Bert Cleo Dan Ella Finn".split(" "), "Alder Birch Cedar Elder Fir Hazel".split(" ")];
const people = given.flatMap((first) => given.flatMap((middle) => family.map((last) => `${first} ${middle} ${last}`)));
const ofPeople = (row: (name: string, at: number) => string): readonly string[] => people.map(row);
const lastFirst = (name: string): string => name.split(" ").reverse().join(", ");

interface Table {
  readonly rows: readonly string[];
  /** Figures that would say a hidden count, beside those that are shown. */
  readonly telling?: readonly string[];
  /** Whether some figure may be shown, however small those are that the table has. */
  readonly shows?: boolean;
}

const tables: Readonly<Record<string, Table>> = {
  "shares of a row": {
    rows: [
      "Area,Girls,Boys,% girls",
      ...ofAreas((area, row) => {
        const [boys, girls] = [at(referrals, row), at(counts, row)];
        return `${area},${girls},${boys},${percent(girls, boys + girls)}`;
      }),
    ],
    telling: [percent(3, 63), percent(2, 83)],
  },
  "shares of counts that no column has": {
    rows: [
      "Area,Referrals,% re-referred",
      ...ofAreas((area, row) => `${area},${at(referrals, row)},${percent(at(parts, row), at(referrals, row))}`),
    ],
    telling: [percent(3, 45), percent(4, 77)],
  },
  "shares that leave few": {
    rows: [
      "Area,Referrals,% seen in time",
      ...ofAreas((area, row) => {
        const all = at(referrals, row);
        return `${area},${all},${percent(all - at(parts, row), all)}`;
      }),
    ],
    telling: [percent(42, 45), percent(73, 77)],
  },
  "shares of the total": {
    rows: [
      "Area,Referrals,% of all referrals",
      ...ofAreas((area, row) => `${area},${at(counts, row)},${percent(at(counts, row), sum(counts))}`),
    ],
    telling: [percent(3, sum(counts)), percent(2, sum(counts))],
  },
  "rates with the population": {
    rows: [
      'Area,Population,Children harmed,"Rate per 100,000 population"',
      ...ofAreas((area, row) => {
        const [of, harmed] = [at(population, row), at(counts, row)];
        return `${area},${of},${harmed},${((100_000 * harmed) / of).toFixed(1)}`;
      }),
    ],
    telling: [((100_000 * 3) / 61_400).toFixed(1), ((100_000 * 2) / 66_000).toFixed(1)],
  },
  "totals in a row and a column": {
    rows: [
      "Area,Boys,Girls,Total",
      ...ofAreas((area, row) => `${area},${at(counts, row)},${at(later, row)},${at(counts, row) + at(later, row)}`),
      "Thanet,1,2,3",
      `Total,${sum(counts) + 1},${sum(later) + 2},${sum(counts) + sum(later) + 3}`,
    ],
  },
  "a total of each state": {
    rows: [
      "State,Area,Year,Murders,Thefts",
      ...["Avon", "Brent", "Colne", "Derwent", "Eden"].flatMap((state, at) => {
        const own = ["Hill", "Dale", "Moor", "Shore"].map((name, row) => {
          const murders = row === at % 4 ? 1 + (at % 4) : 40 + at * 7 + row * 5;
          return { name: `${state} ${name}`, murders, thefts: 210 + at * 31 + row * 17 };
        });
        const total = [sum(own.map(({ murders }) => murders)), sum(own.map(({ thefts }) => thefts))];
        return [
          ...own.map(({ name, murders, thefts }) => `${state},${name},2020,${murders},${thefts}`),
          `${state},ZZ TOTAL,2020,${total.join(",")}`,
        ];
      }),
    ],
    telling: ["ZZ TOTAL", "Zz total"],
  },
  "changes from the year before": {
    rows: [
      "Area,Year,Referrals,Change from year before",
      ...ofAreas((area, row) => `${area},2020,${at(counts, row)},`),
      ...ofAreas((area, row) => `${area},2021,${at(later, row)},${at(later, row) - at(counts, row)}`),
    ],
    telling: ["-108", "−108", "-63", "−63"],
  },
  averages: {
    rows: [
      "Area,Children,Visits,Visits per child",
      ...ofAreas((area, row) => {
        const visits = at(counts, row) * 3 + row;
        return `${area},${at(counts, row)},${visits},${(visits / at(counts, row)).toFixed(2)}`;
      }),
    ],
    telling: ["3.33", "5.50"],
  },
  "running totals": {
    rows: [
      "Month,Incidents,Incidents so far",
      ...months.map((month, row) => `${month} 2021,${at(monthly, row)},${sum(monthly.slice(0, row + 1))}`),
    ],
  },
  "dots for what is hidden": {
    rows: [
      "Area,2020,2021",
      ...ofAreas((area, row) =>
        [area, at(counts, row), at(later, row)].map((cell) => (Number(cell) < 3 ? "." : cell)).join(","),
      ),
    ],
  },
  "incidents to be added up": {
    rows: [
      "Area,Year,Children injured",
      ...areas.flatMap((area, row) =>
        Array.from(
          { length: row % 3 === 0 ? 2 : 9 },
          (_, day) => `${area},${2020 + (day % 2)},${row % 3 === 0 ? 1 : row + day}`,
        ),
      ),
    ],
  },
  "incidents by day and area, all of them small": {
    rows: [
      "Date,Area,Incidents",
      ...areas.flatMap((area, row) =>
        [1, 2, 3, 4, 5].map((month) => `2023-0${month}-${11 + row},${area},${1 + ((row * 5 + month) % 4)}`),
      ),
      "2023-06-11,Ashford,3",
    ],
    shows: true,
  },
  "incidents by month and area, all of them small": {
    rows: [
      "Month,Area,Children injured",
      ...months.flatMap((month, at) =>
        areas.map((area, row) => `${month} 2021,${area},${row === 2 ? (at === 4 ? 3 : 0) : (at * 3 + row * 5) % 5}`),
      ),
    ],
    shows: true,
  },
  "a list of incidents without any figure": {
    rows: [
      "Reference,Month,Area,Kind of incident,Place",
      ...areas.flatMap((area, row) =>
        Array.from({ length: row % 3 === 0 ? 3 : 53 }, (_, at) =>
          [`K${row}-${at}`, `2023-0${1 + (at % 2)}`, area, at % 5 === 4 ? "Fall" : "Burn", `Ward ${row}-${at}`].join(
            ",",
          ),
        ),
      ),
    ],
  },
  "a list of people": {
    rows: [
      "Case,Name,Sex,Age,Date of death,Area,Home address,Speed",
      ...ofPeople((name, at) => {
        const day = `${at % 80 === 0 ? 2018 : 2019 + (at % 2)}-0${1 + (at % 9)}-1${at % 7}`;
        const area = at < 120 ? "Ashford" : "Swale";
        return `C-${100 + at},${name},${at % 3 === 0 ? "F" : "M"},${8 + at},${day},${area},${at} Long Street,${20 + at}`;
      }),
    ],
    telling: [...ofPeople((name) => name), "Long Street", "C-1"],
  },
  "a list of deaths on roads": {
    rows: [
      "ID,N_VICTIMAS,FECHA,AAAA,HORA,HH,LUGAR_DEL_HECHO,TIPO,Altura,Area,pos x,pos y",
      ...areas.flatMap((area, row) =>
        Array.from({ length: row % 3 === 0 ? 3 : 120 }, (_, at) => {
          const year = 2019 + (at % 3);
          const day = `${year}-${String(1 + ((row + at) % 12)).padStart(2, "0")}-${10 + ((row * 3 + at) % 18)}`;
          const where = `AV ${family[at % 6]} Y CALLE ${row}${at}`.toUpperCase();
          const position = `-58.${41_207 + row * 977 + at * 31},-34.${60_113 + row * 733 + at * 17}`;
          return `${year}-K${row}${at},1,${day},${year},1${at % 9}:15:00,1${at % 9},${where},${at % 2 ? "AVENIDA" : "CALLE"},,${area},${position}`;
        }),
      ),
    ],
    telling: [
      ...family.map((name) => `AV ${name.toUpperCase()}`),
      ...[2019, 2020, 2021].flatMap((year) => months.map((month) => `${month}[a-z]* ${year}`)),
      "K1",
      "58.4",
    ],
  },
  "a register of pupils": {
    rows: [
      "Student,School,Year,Days absent",
      ...ofPeople((name, at) =>
        [`"${lastFirst(name)}"`, at < 60 ? "Hill School" : "Dale School", at < 3 || at > 62 ? 2021 : 2020, at].join(
          ",",
        ),
      ),
    ],
    telling: ofPeople(lastFirst),
  },
  "cases with a day each, added up by their years": {
    rows: [
      "Date,Area,Children injured",
      ...areas.flatMap((area, row) =>
        Array.from({ length: row % 3 === 0 ? 3 : 30 }, (_, at) => {
          const day = `${2019 + (at % 3)}-${String(1 + (at % 4)).padStart(2, "0")}-1${at % 3}`;
          return `${day},${area},${row % 3 === 0 ? 1 : 1 + ((row + at) % 5)}`;
        }),
      ),
    ],
  },
  "counts in thousands, by the heading": {
    rows: ["Area,Children in care (thousands)", ...ofAreas((area, row) => `${area},${inThousands(at(counts, row))}`)],
    telling: smallThousands,
  },
  "counts in thousands, by a column": {
    rows: [
      "Area,Year,Unit,Children in care",
      ...ofAreas((area, row) => `${area},2020,Thousands,${inThousands(at(counts, row))}`),
      ...ofAreas((area, row) => `${area},2021,Thousands,${inThousands(at(later, row))}`),
    ],
    telling: smallThousands,
  },
  "counts in thousands, by the title": {
    rows: [
      "Children in care (in thousands),,",
      "Area,2020,2021",
      ...ofAreas((area, row) => `${area},${inThousands(at(counts, row))},${inThousands(at(later, row))}`),
    ],
    telling: smallThousands,
  },
  "months down, years across": {
    rows: ["Month,2020,2021", ...months.map((month, row) => `${month},${at(monthly, row)},${at(monthly, -1 - row)}`)],
  },
  "a table below another": {
    rows: [
      "Table 1: Referrals,,",
      "Area,2020,2021",
      ...ofAreas((area, row) => `${area},${at(counts, row)},${at(later, row)}`),
      ",,",
      "Table 2: Ages,,",
      "Age group,2020,2021",
      "0 to 4,2,91",
      "5 to 10,120,3",
    ],
  },
};

/** What says that small counts are hidden, and what says that they are not. */
const [protectedBy, unprotected] = [/profile: \{ hide: \{[^}]*\} \}/u, 'profile: "none"'];

const tried = someOf(Object.entries(tables), inPart(Object.keys(tables).length, 8));

describe.each(tried)("a first briefing of %s", (name, { rows, telling = [], shows = false }) => {
  const file = `${name.replaceAll(/\W+/gu, "-")}.csv`;
  const made = join(folder, `${file}-b`);
  let definition = "";
  beforeAll(async () => {
    writeFileSync(join(folder, file), `${rows.join("\n")}\n`);
    const { exitCode, stderr } = await run(["init", file, "--yes", "--out", `${file}-b`]);
    expect({ exitCode, errors: stderr.match(/error.*/gu) }).toEqual({ exitCode: 0, errors: null });
    definition = readFileSync(join(made, "dataset.ts"), "utf8");
  });

  it("shows no count that is hidden", async () => {
    expect(await findSmall(join(made, "out"), telling)).toEqual([]);
  });

  it("shows a figure where all that the table has are small", ({ skip }) => {
    if (!shows) skip();
    const [record = ""] = readdirSync(join(made, "out")).filter((own) => own.endsWith(".claims.json"));
    const { claims } = JSON.parse(readFileSync(join(made, "out", record), "utf8")) as Recorded;
    expect(claims.find(({ kind }) => kind === "count")?.figure?.value).toBeGreaterThan(4);
  });

  it("names nobody and no place of one case in its modules", ({ skip }) => {
    // The total of a state is named where its rows are left out.
    if (!/^a (?:list|register) of/u.test(name)) skip();
    const names = telling.filter((own) => /\p{L}/u.test(own));
    expect(tellingIn(definition + readFileSync(join(made, "briefing.ts"), "utf8"), names)).toEqual([]);
  });

  it("nor does the page of any other area", async ({ skip }) => {
    if (each(definition).length === 0) skip();
    const { exitCode } = await run(["build", `${file}-b/briefing.ts`, ...each(definition), "--out", `${file}-b/all`]);
    expect(exitCode).toBe(0);
    expect(readdirSync(join(made, "all")).filter((own) => own.endsWith(".html")).length).toBeGreaterThan(1);
    expect(await findSmall(join(made, "all"), telling)).toEqual([]);
  });

  it("would show some without protection", async ({ skip }) => {
    // Where what says a count is left out, nothing is hidden.
    if (!protectedBy.test(definition)) skip();
    const open = `${file}-open`;
    cpSync(made, join(folder, open), { recursive: true, filter: (path) => !/(?:out|all)$/u.test(path) });
    writeFileSync(join(folder, open, "dataset.ts"), definition.replace(protectedBy, unprotected));
    const { exitCode } = await run(["build", `${open}/briefing.ts`, ...each(definition), "--out", `${open}/out`]);
    expect(exitCode).toBe(0);
    expect(await findSmall(join(folder, open, "out"), telling)).not.toEqual([]);
  });
});

/** A briefing for each area, where there are some. */
const each = (definition: string): readonly string[] => (/\barea: \{/u.test(definition) ? ["--each", "area"] : []);

/** Everything in the files of a folder that is a count from 1 to 4, or says one. */
async function findSmall(out: string, telling: readonly string[]): Promise<readonly string[]> {
  const files = readdirSync(out);
  const ofType = (ending: string) => files.filter((own) => own.endsWith(ending)).map((own) => join(out, own));
  const [pages, documents, records] = [".html", ".pdf", ".claims.json"].map(ofType);
  expect([pages?.length, documents?.length, records?.length]).not.toContain(0);
  const texts = await Promise.all((documents ?? []).map((path) => readWithPdfJs(readFileSync(path), textsOfPdf)));
  const marked = (pages ?? []).map((path) => readFileSync(path, "utf8"));
  return [
    ...marked.flatMap((html) => smallIn(textsOfHtml(html), telling)),
    ...marked.flatMap((html) => saidIn(attributesOf(html), telling)),
    ...texts.flatMap(({ drawn }) => smallIn(drawn, telling)),
    ...texts.flatMap(({ alternatives }) => saidIn(alternatives, telling)),
    ...(records ?? []).flatMap((path) => smallInRecord(JSON.parse(readFileSync(path, "utf8")))),
  ];
}

/** The texts of a PDF as they are drawn, without the numbers of its notes, and what is said in place of pictures. */
async function textsOfPdf(document: PdfDocument): Promise<{ readonly drawn: string; readonly alternatives: string }> {
  const pages = await pagesOf(document, async (page) => {
    const tree = await page.getStructTree();
    const { items } = await page.getTextContent({ disableNormalization: true, includeMarkedContent: true });
    const ofNotes = new Set(referencesIn(tree));
    const open: string[] = [];
    const drawn: string[] = [];
    for (const item of items) {
      if ("str" in item) drawn.push(...(open.some((id) => ofNotes.has(id)) ? [] : [item.str]));
      else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? "");
    }
    return { drawn, alternatives: alternativesIn(tree) };
  });
  return {
    drawn: pages.flatMap((page) => page.drawn).join("\n"),
    alternatives: pages.flatMap((page) => page.alternatives).join("\n"),
  };
}

/** An element of the tags of a PDF, or what it holds on a page. */
interface Tagged {
  readonly role?: string;
  readonly alt?: string;
  readonly id?: string;
  readonly children?: readonly Tagged[];
}

const alternativesIn = (tag: Tagged | null): readonly string[] => [
  ...(tag?.alt === undefined ? [] : [tag.alt]),
  ...(tag?.children ?? []).flatMap(alternativesIn),
];

/** What on a page is the number of a note, where it is referred to. */
const referencesIn = (tag: Tagged | null, isWithin = false): readonly string[] => {
  const isOwn = isWithin || tag?.role === "Reference";
  return [
    ...(isOwn && tag?.id !== undefined ? [tag.id] : []),
    ...(tag?.children ?? []).flatMap((own) => referencesIn(own, isOwn)),
  ];
};

/** What a page says in attributes: of images, charts and links. The hashes of its policy are letters and digits by chance, `Jan4` among them. */
const attributesOf = (html: string): string =>
  [
    ...html
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "")
      .matchAll(/\b(?:alt|aria-label|aria-description|title|content|data-tip)="(?<said>[^"]*)"/gu),
  ]
    .map(({ groups }) => groups?.said ?? "")
    .join("\n");

/** The texts of a page, without the numbers of its notes: what they are is told by their role. */
const textsOfHtml = (html: string): string =>
  html
    .replaceAll(/<(?:style|script)\b[\s\S]*?<\/(?:style|script)>/gu, " ")
    .replaceAll(/<a\b[^>]*\brole="doc-noteref"[^>]*>\d+<\/a>/gu, " ")
    .replaceAll(/<[^>]*>/gu, "\n");

/** A cell, or the text of a shape, that is a small count and nothing else; and what says one in words. */
const smallIn = (text: string, telling: readonly string[]): readonly string[] => [
  ...(text.match(/^ *[1-4] *$/gmu) ?? []),
  ...countedIn(text),
  ...tellingIn(text, telling),
];

/** What says a small count in a sentence: by what is counted, or beside the name of an area or a month. */
const saidIn = (text: string, telling: readonly string[]): readonly string[] => [
  ...countedIn(text),
  ...tellingIn(text, telling),
  ...(text.match(named) ?? []),
];

const ofMonths = `(?:${months.join("|")})[a-z]*`;
const named = new RegExp(
  `(?:${[...areas, "Thanet"].join("|")}|${ofMonths})(?: 20\\d\\d)?,?[:(]? ?(?:has |had |with |is |was |at )?[1-4](?!\\d|[.,]\\d|%)|(?<![\\d.,–-])[1-4] in ${ofMonths}`,
  "gu",
);

const countedIn = (text: string): readonly string[] =>
  text.match(/(?<![\d.,–-])[1-4] (?:referrals?|children|incidents?|boys|girls|visits?|people|figures?)\b/gu) ?? [];

const tellingIn = (text: string, telling: readonly string[]): readonly string[] =>
  telling.filter((own) => new RegExp(`(?<![\\d.])${own.replace(".", "\\.")}(?![\\d])`, "u").test(text));

interface Recorded {
  readonly claims: readonly {
    readonly kind: string;
    readonly figure?: { readonly value: number; readonly unit: string };
  }[];
  readonly observations: readonly { readonly value?: number }[];
  readonly charts: readonly { readonly rows: readonly Readonly<Record<string, unknown>>[] }[];
}

const isSmall = (value: unknown): boolean => typeof value === "number" && value >= 1 && value <= 4;

/** A claim of a place among others says no count, whatever its figure is: its kind and its unit are looked at, not its value. */
const isOfPosition = ({ kind, figure }: Recorded["claims"][number]): boolean =>
  ["rank", "standing"].includes(kind) && figure?.unit === "position";

const smallInRecord = ({ claims, observations, charts }: Recorded): readonly string[] => [
  ...claims.filter((own) => !isOfPosition(own) && isSmall(own.figure?.value)).map((own) => JSON.stringify(own)),
  ...observations.filter(({ value }) => isSmall(value)).map((own) => JSON.stringify(own)),
  ...charts.flatMap(({ rows }) =>
    rows.filter((row) => Object.values(row).some(isSmall)).map((row) => JSON.stringify(row)),
  ),
];
