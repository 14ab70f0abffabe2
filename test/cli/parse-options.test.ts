import { Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { outputFormats, parseJobs, parseList, parseNames, parseRate } from "../../src/cli/parse-options.ts";

describe("an option of a list", () => {
  const read = (...args: string[]) =>
    new Command()
      .addOption(new Option("--format <formats>").argParser(parseList(outputFormats)).default(outputFormats))
      .option("--first <names>", "", parseNames)
      .exitOverride()
      .configureOutput({ writeErr: () => undefined })
      .parse(args, { from: "user" })
      .opts();

  test("has what each of them says where it is repeated, and not its default beside that", () => {
    expect(read().format).toEqual(["pdf", "html"]);
    expect(read("--format", "html").format).toEqual(["html"]);
    expect(read("--format", "html", "--format", "pdf").format).toEqual(["html", "pdf"]);
    expect(read("--format", "pdf,html", "--format", "html").format).toEqual(["pdf", "html"]);
    expect(read("--first", "kent", "--first", "essex,dorset").first).toEqual(["kent", "essex", "dorset"]);
  });

  test("has nothing that is not known", () => {
    expect(() => read("--format", "html", "--format", "docx")).toThrow('There is no "docx": use pdf, html.');
    expect(() => read("--first", "kent,")).toThrow("Write names with a comma between");
  });
});

test("a number of workers is one that can be meant", () => {
  expect(parseJobs("2")).toBe(2);
  for (const text of ["0", "1e9", "257", "2.5", "many", ""]) expect(() => parseJobs(text)).toThrow("from 1 to 256");
});

test("a rate says in which time", () => {
  expect(parseRate("100/60")).toEqual({ areas: 100, seconds: 60 });
  for (const text of ["5", "5/", "0/1", "5/0", "5/m"]) expect(() => parseRate(text)).toThrow("100/60");
});
