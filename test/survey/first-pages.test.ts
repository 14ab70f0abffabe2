import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

describe("a heading that names nothing countable leaves the unit open", () => {
  test("numbers in a cohort, employment, and deeds in words; what is named is counted", async () => {
    const { spec, remarks } = await guessOf(
      lines(
        "Area,Total number in cohort,Employment_count,Causing death by negligence,Total figures,Number of pupils in cohort",
        "Kent,1912,412,204,811,33",
        "Essex,2210,398,317,902,41",
        "Devon,1877,277,189,655,52",
      ),
    );
    const measures = Object.entries(spec.measures);
    expect(measures.map(([, { unit }]) => unit.other)).toEqual([
      ...new Array<string>(4).fill("(unit not stated)"),
      "pupils in cohort",
    ]);
    const said = [...remarks.values()].join(" ");
    for (const name of ["Total number in cohort", "Employment", "Total figures"]) expect(said).toContain(name);
  });

  test("thousands are of what the heading names, or of what nobody said", async () => {
    const { spec, remarks } = await guessOf(
      lines("Cause,Deaths (000s),Burden (000s)", "Injury,4923.5,812.5", "Fever,1201.4,344.1", "Fall,633.9,219.6"),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "thousand deaths",
      "thousand (unit not stated)",
    ]);
    expect(remarks.get("measures.burden000s.unit")).toContain("What is counted");
  });
});

describe("keys of databases", () => {
  test("of two names with a stroke are split, and letters glued to figures are flags", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "indic_de,geo\\time\t2017 \t2018 \t2019 ",
        "JAN,AT\t8772865 \t8822267 \t8858775 ",
        "JAN,EL\t: \t10741165 bp\t10724599p",
        "JAN,FR\t66809816 \t67026224 \t67012883p",
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["geo", "period"]);
    expect(spec.layout?.unreadableCells).toBeUndefined();
    expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(10724599);
    expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(10741165);
  });

  test("of two names without one stay as they are", async () => {
    const { spec } = await guessOf(lines('"place,county",2019,2020', '"Deal,Kent",12,13', '"Ely,Cambs",14,15'));
    expect(Object.keys(spec.dimensions)).toHaveLength(2);
    expect(JSON.stringify(spec.layout)).not.toContain("*,{}");
  });
});
