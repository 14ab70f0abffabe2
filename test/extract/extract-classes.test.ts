import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineDataset } from "../../src/dataset/index.ts";
import { type ClaimProposal, extractClaims } from "../../src/extract/index.ts";
import { trials } from "../support/trials.ts";
import { describeProposal } from "./describe-proposal.ts";

const reading = (proposal: ClaimProposal): string => describeProposal({ ...proposal, text: "" });
const readingsOf = (text: string): readonly string[] => extractClaims(text).proposals.map(reading);
const whole = (min: number, max: number) => fc.integer({ min, max });
const percent = whole(20, 980).map((value) => (value / 10).toFixed(1));
const count = whole(201, 989).map((value) => (value % 10 === 0 ? value + 1 : value));
const year = whole(1995, 2024);
/** A claim of one number, without its times. */
const size = ({ kind, stated }: ClaimProposal) => [kind, stated.value, stated.unit];

describe("numbers as other countries write them", () => {
  test("thousands apart by a space, hundreds grouped by two, lakh and crore", () => {
    fc.assert(
      fc.property(whole(1, 99), whole(101, 999), whole(101, 999), (millions, thousands, units) => {
        const read = (number: string) => readingsOf(`There were ${number} thefts in 2018.`);
        expect(read(`${thousands} ${units}`)).toEqual(read(`${thousands},${units}`));
        expect(read(`${millions} ${thousands} ${units}`)).toEqual(read(`${millions},${thousands},${units}`));
        const [hundreds, rest] = [String(thousands).slice(0, 1), String(thousands).slice(1)];
        expect(read(`${hundreds},${rest},${units}`)).toEqual(read(`${thousands},${units}`));
        expect(read(`${millions}.37 lakh`).map((line) => line.replace(/, to the \d+/, ""))).toEqual(
          read(`${millions * 100_000 + 37_000}`).map((line) => line.replace(/, to the \d+/, "")),
        );
      }),
      { numRuns: trials(60, 12) },
    );
  });

  test("a year before a count is no part of it", () => {
    fc.assert(
      fc.property(year, count, (at, value) => {
        expect(readingsOf(`In ${at} ${value} thefts were recorded.`)).toEqual(
          readingsOf(`In ${at}, ${value} thefts were recorded.`),
        );
      }),
      { numRuns: trials(40, 8) },
    );
  });

  test("a hyphen that no line breaks at is a hyphen, and stays in what is said", () => {
    const words = fc.constantFrom(
      "Two-thirds of pupils passed in 2018.",
      "A 12-year-old and 40 others in year-on-year.",
    );
    fc.assert(
      fc.property(words, fc.constantFrom("\u2010", "\u2011"), (text, hyphen) => {
        const other = text.replaceAll("-", hyphen);
        expect(readingsOf(other)).toEqual(readingsOf(text));
        for (const { start, end, text: said } of extractClaims(other).unread)
          expect(other.slice(start, end)).toBe(said);
        for (const { span, text: said } of extractClaims(other).proposals)
          expect(other.slice(span.start, span.end)).toBe(said);
      }),
    );
  });

  test("plus is a hedge before a unit as well", () => {
    fc.assert(
      fc.property(whole(11, 99), fc.constantFrom("-plus", "+", " plus"), (value, plus) => {
        expect(readingsOf(`Prices rose by ${value}${plus} per cent in 2018.`)).toEqual(
          readingsOf(`Prices rose by at least ${value} per cent in 2018.`),
        );
      }),
    );
  });
});

describe("sizes, levels and distances", () => {
  const move = fc.constantFrom(["rise", "rose"], ["fall", "fell"]);
  test("a size that is said twice is one move", () => {
    fc.assert(
      fc.property(move, count, percent, ([noun], value, share) => {
        const [first, second] = extractClaims(`This was a ${noun} of ${value} thefts (or ${share}%).`).proposals;
        const plain = extractClaims(`This was a ${noun} of ${value} thefts, or ${share}%.`).proposals;
        expect([first, second].map((proposal) => proposal && size(proposal))).toEqual(plain.map(size));
        expect(second?.kind).toBe("change");
        const exact = extractClaims(`This was a ${noun} of over ${value} per cent (${value}.4 per cent).`).proposals;
        expect(exact.map(({ kind }) => kind)).toEqual(["change", "change"]);
      }),
      { numRuns: trials(60, 12) },
    );
  });

  test("what something fell below or rose above is where it came to", () => {
    fc.assert(
      fc.property(percent, count, year, (share, value, at) => {
        expect(readingsOf(`The share fell below ${share}% in ${at}.`)).toContain(
          readingsOf(`The share was below ${share}% in ${at}.`)[0],
        );
        expect(extractClaims(`Deaths rose above ${value} in ${at}.`).proposals.map(size)).toEqual([
          ["count", value, "number"],
        ]);
        expect(extractClaims(`Deaths rose by over ${value} in ${at}.`).proposals.map(size)).toEqual([
          ["change", value, "number"],
        ]);
      }),
      { numRuns: trials(40, 8) },
    );
  });

  test("a move says its size after by, at, a dash or in brackets", () => {
    fc.assert(
      fc.property(percent, (share) => {
        const fall = [["change", -Number(share), "percent"]];
        for (const text of [
          `Thefts were lower by ${share}% in 2019.`,
          `Leeds had the largest fall in thefts at ${share}%, from 214 to 207.`,
          `There was a slight dip – ${share}% – from the previous year.`,
          `We welcome the reduction in damage to property (${share}%).`,
        ])
          expect(extractClaims(text).proposals.slice(0, 1).map(size)).toEqual(fall);
      }),
      { numRuns: trials(40, 8) },
    );
  });

  test("points and rates that are more or fewer are distances", () => {
    fc.assert(
      fc.property(whole(11, 90), fc.constantFrom("higher", "lower"), (points, way) => {
        const sign = way === "higher" ? 1 : -1;
        expect(extractClaims(`The rate was ${points} points ${way} than in 2015.`).proposals.map(size)).toEqual([
          ["change", sign * points, "number"],
        ]);
        const [rate] = extractClaims(`Some ${points},000 fewer children died each day in 2011 than in 1990.`).proposals;
        expect(rate && size(rate)).toEqual(["change", -points * 1000, "number"]);
      }),
      { numRuns: trials(40, 8) },
    );
  });
});

describe("the time of something else is no figure's", () => {
  const event = fc.constantFrom(
    "after a spike",
    "following a change of the law",
    "before the pandemic",
    "prior to the vote",
  );
  test("of an event, of a publication, of a later clause", () => {
    fc.assert(
      fc.property(percent, event, year, (share, words, at) => {
        const open = readingsOf(`Burglary fell by ${share}%.`);
        expect(readingsOf(`Burglary fell by ${share}% ${words} in ${at}.`)).toEqual(open);
        expect(readingsOf(`Burglary fell by ${share}%, says a study published in ${at}.`)).toEqual(open);
        expect(readingsOf(`Burglary fell by ${share}%, and the number of thefts was 212 in ${at}.`)[0]).toEqual(
          open[0],
        );
      }),
      { numRuns: trials(60, 12) },
    );
  });

  test("a peak that a figure is below has its own", () => {
    fc.assert(
      fc.property(count, count, year, fc.constantFrom("reached in", "recorded in", "of"), (value, peak, at, words) => {
        const text = words === "of" ? `the ${at} peak of ${peak}` : `the peak of ${peak} ${words} ${at}`;
        const [own, other] = extractClaims(`There were ${value} thefts, well below ${text}.`).proposals;
        expect([own?.stated.value, own?.draft.at?.period]).toEqual([value, undefined]);
        expect([other?.stated.value, other?.draft.at?.period]).toEqual([peak, String(at)]);
      }),
      { numRuns: trials(60, 12) },
    );
  });

  test("two months that are listed are two times, and not the time between them", () => {
    fc.assert(
      fc.property(percent, year, (share, at) => {
        const [own] = extractClaims(`The rate was ${share}% in April ${at} and September ${at + 3}.`).proposals;
        expect([undefined, `Apr ${at}`]).toContain(own?.draft.at?.period);
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("what is set against data of another year keeps its own time", () => {
    fc.assert(
      fc.property(percent, year, (share, at) => {
        const [own] = extractClaims(
          `A count of thefts compared to data gathered in ${at} reveals a ${share}% rise.`,
        ).proposals;
        expect(own?.draft.to).not.toBe(String(at));
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("a part of a year, and what is so now, are not of the year that is named", () => {
    fc.assert(
      fc.property(count, percent, year, whole(2, 11), (value, share, at, months) => {
        const open = readingsOf(`There were ${value} thefts.`);
        expect(readingsOf(`There were ${value} thefts in these ${months} months of ${at}.`)).toEqual(open);
        const [now] = extractClaims(
          `In ${at} boys, who currently are ${share}% of pupils, were ${share}% of those absent.`,
        ).proposals;
        expect(now?.draft.at?.period).toBeUndefined();
      }),
      { numRuns: trials(30, 6) },
    );
  });
});

describe("what stands after as, ago and totalling", () => {
  test("as high as somebody else's is no change; as a time's is one", () => {
    fc.assert(
      fc.property(whole(11, 90), year, (tenths, at) => {
        const kinds = (other: string) =>
          extractClaims(`The rate was ${tenths}.5 times as high as ${other}.`).proposals.map(({ kind }) => kind);
        for (const other of [`the national average in ${at}`, "among women", "that of Kent"])
          expect(kinds(other)).toEqual(["comparison"]);
        for (const other of [`in ${at}`, `it was in ${at}`, "the year before"])
          expect(kinds(other)).toEqual(["change"]);
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("a month ago is a time, and what is totalled is a count", () => {
    fc.assert(
      fc.property(count, count, fc.constantFrom("ago", "earlier", "before"), (now, then, words) => {
        const [, second] = extractClaims(`Thefts rose to ${now} from ${then} a month ${words}.`).proposals;
        expect(second && size(second)).toEqual(["count", then, "number"]);
        const [, total] = extractClaims(`Thefts had fallen by ${then}, totalling ${now} in July.`).proposals;
        expect(total && size(total)).toEqual(["count", now, "number"]);
      }),
      { numRuns: trials(20, 6) },
    );
  });
});

describe("what dashes, brackets and lists set beside a number", () => {
  test("a number between dashes says the one before it once more: no range", () => {
    fc.assert(
      fc.property(count, whole(21, 89), fc.constantFrom("-", "–"), (value, share, dash) => {
        const [one, two] = extractClaims(
          `Of the new callers, more than ${value} ${dash} ${share} per cent ${dash} were girls.`,
        ).proposals;
        expect(one && size(one)).toEqual(["count", value, "number"]);
        expect(two && size(two)).toEqual(["share", share, "percent"]);
        // A smaller one after a larger one is none either.
        const kinds = extractClaims(`In all ${value + 100} - ${share} of them girls - called.`).unread.map(
          ({ reason }) => reason,
        );
        expect(kinds).not.toContain("not-understood");
        expect(extractClaims(`Some ${share} - ${share + 9} calls were made.`).proposals).toEqual([]);
      }),
      { numRuns: trials(30, 8) },
    );
  });

  test("a change and its size in brackets are both changes, whichever comes first", () => {
    fc.assert(
      fc.property(count, whole(21, 89), year, fc.constantFrom("more", "fewer"), (value, share, at, which) => {
        const sign = which === "more" ? 1 : -1;
        for (const [first, second, end] of [
          [`${share}%`, `${value}`, `${which} than in ${at}`],
          [`${value}`, `${share}%`, `${which} deaths than in ${at}`],
        ] as const) {
          const { proposals } = extractClaims(`There were ${first} (${second}) ${end}.`);
          expect(proposals.map(({ kind, draft: { from } }) => [kind, from])).toEqual([
            ["change", `${at}`],
            ["change", `${at}`],
          ]);
          expect(proposals.map(({ stated: { value: own } }) => own).sort()).toEqual(
            [sign * share, sign * value].sort(),
          );
        }
        const part = extractClaims(`Of all deaths, ${share}% (${value}) were of men.`).proposals;
        expect(part.map(({ kind }) => kind)).toEqual(["share", "count"]);
      }),
      { numRuns: trials(30, 8) },
    );
  });

  test("falls of eight, six and seven per cent are falls", () => {
    fc.assert(
      fc.property(whole(11, 19), whole(21, 29), fc.constantFrom("falls", "reductions", "rises"), (one, two, nouns) => {
        const sign = nouns === "rises" ? 1 : -1;
        const { proposals } = extractClaims(`Thefts and assaults showed ${nouns} of ${one} and ${two} per cent.`);
        expect(proposals.map(size)).toEqual([
          ["change", sign * one, "percent"],
          ["change", sign * two, "percent"],
        ]);
      }),
      { numRuns: trials(20, 6) },
    );
  });
});

describe("words that look like others", () => {
  test("a day with a name and a year is not the year", () => {
    fc.assert(
      fc.property(
        count,
        year,
        fc.constantFrom("Christmas Eve", "Boxing Day", "New Year’s Eve", "Easter", "Black Friday", "Halloween"),
        (value, at, day) => {
          const [own] = extractClaims(`There were ${value} calls on ${day} ${at}.`).proposals;
          expect(own?.draft.at?.period).toBeUndefined();
        },
      ),
      { numRuns: trials(20, 6) },
    );
  });

  test("most people, and crime that the police recorded, are no records", () => {
    fc.assert(
      fc.property(year, fc.constantFrom("crime", "offences", "deaths"), (at, what) => {
        const records = (text: string) =>
          extractClaims(text).proposals.flatMap(({ kind, draft }) => (kind === "record" ? [draft.since] : []));
        expect(records(`Most categories of police recorded ${what} fell in ${at}.`)).toEqual([]);
        expect(records(`Most councils have closed libraries since ${at}.`)).toEqual([]);
        expect(records(`Kent had the most ${what} since ${at}.`)).toEqual([`${at}`]);
        expect(records(`It was the highest total recorded.`)).toEqual([undefined]);
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("a rate is per billion too, and twice the rate of February compares", () => {
    fc.assert(
      fc.property(count, (value) => {
        const [rate] = extractClaims(`The rate was ${value} per billion vehicle miles.`).proposals;
        expect(rate && size(rate)).toEqual(["rate", value, "number"]);
        const [twice] = extractClaims("It was nearly twice the February rate.").proposals;
        expect(twice && size(twice).slice(1)).toEqual([2, "times"]);
      }),
      { numRuns: trials(10, 4) },
    );
  });

  test("what another clause says is not set against the time of the first", () => {
    fc.assert(
      fc.property(percent, year, (share, at) => {
        const { proposals } = extractClaims(
          `There was no change compared with the ${at - 3} survey and crimes recorded by the police fell by ${share}% between ${at} and ${at + 1}.`,
        );
        expect(proposals.map(({ draft: { from, to } }) => [from, to])).toContainEqual([`${at}`, `${at + 1}`]);
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("the year to a quarter ends with it, and begins nothing", () => {
    fc.assert(
      fc.property(percent, year, fc.constantFrom("Q3", "the third quarter of"), (share, at, quarter) => {
        const { proposals } = extractClaims(`There was an increase of ${share}% in the year to ${quarter} ${at}.`);
        expect(proposals.map(({ draft: { from, to } }) => [from, to])).toEqual([[undefined, `${at} Q3`]]);
      }),
      { numRuns: trials(20, 6) },
    );
  });

  test("the first period counts where records began in it", () => {
    const draft = (text: string) => extractClaims(text).proposals.find(({ kind }) => kind === "record")?.draft;
    expect(draft("Deaths were the highest since 1996.")).toEqual({ extreme: "highest", since: "1996" });
    expect(draft("Deaths were the highest since records began in 1996.")).toEqual({
      extreme: "highest",
      since: "1996",
      includesSince: true,
    });
  });
});

test("a published share is asked for no whole", () => {
  const shares = defineDataset({
    title: "Unemployment",
    dimensions: { period: { role: "time", label: "Period" } },
    measures: {
      rate: { label: "Unemployment rate", unit: { one: "per cent", other: "per cent" }, statType: "share" },
    },
    sources: { s: { title: "T", publisher: "P", kind: "other" } },
  });
  const [own] = extractClaims("The unemployment rate was 6.9 per cent in October 2020.", {
    datasets: { shares },
  }).proposals;
  expect(own).toMatchObject({ kind: "rate", missing: [] });
});

describe("changes that somebody made, and what they start from", () => {
  test("what was cut, reduced or raised by so much moved by that", () => {
    const verbs = fc.constantFrom(["cut", -1] as const, ["reduced", -1] as const, ["raised", 1] as const);
    fc.assert(
      fc.property(verbs, fc.constantFrom("was", "were", "has been"), percent, year, ([verb, sign], be, by, at) => {
        const [moved] = extractClaims(`The number of grants ${be} ${verb} by ${by}% in ${at}.`).proposals;
        expect(moved && size(moved)).toEqual(["change", sign * Number(by), "percent"]);
        const [plain] = extractClaims(
          `In ${at} the charge was dropped by ${Math.round(Number(by)) + 20} officers.`,
        ).proposals;
        expect(plain?.kind).toBe("count");
      }),
      { numRuns: trials(30, 6) },
    );
  });

  test("people in some state are so many per thousand", () => {
    fc.assert(
      fc.property(fc.constantFrom("need", "care", "hospital", "prison"), percent, (state, value) => {
        const [rate] = extractClaims(`There were ${value} children in ${state} per 10,000.`).proposals;
        expect(rate && size(rate)).toEqual(["rate", Number(value), "number"]);
      }),
      { numRuns: trials(20, 4) },
    );
  });

  test("when the figure is of that a change starts from is not when it changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("on", "upon"),
        fc.constantFrom("received during", "of", "made in"),
        year,
        (on, of, at) => {
          const text = `The council had 1,286 applications, a 15% reduction ${on} the 1,517 applications ${of} ${at}.`;
          for (const { draft } of extractClaims(text).proposals.slice(0, 2)) {
            expect(draft.at?.period).toBeUndefined();
            expect(draft.to).toBeUndefined();
          }
        },
      ),
      { numRuns: trials(20, 4) },
    );
  });
});
