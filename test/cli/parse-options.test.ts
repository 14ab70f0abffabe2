import { Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { outputFormats, parseList, parseNames } from "../../src/cli/parse-options.ts";

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
