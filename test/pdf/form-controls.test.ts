import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";
import { layOut, linesOf } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";

async function read(html: string, codes: readonly string[] = []) {
  const { bytes, diagnostics } = await renderPdf(html, { title: "T", lang: "en", date, fonts });
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  const { pages } = await readPdf(bytes);
  return {
    tree: pages[0]?.tree ?? "",
    text: (pages[0]?.tree.match(/"[^"]*"/g) ?? []).join(" ").replaceAll('"', ""),
    bytes,
  };
}

describe("a form on paper", () => {
  it.each([
    ["<input value='Jane Doe'>", "Jane Doe"],
    ["<input type=DATE value=2024-03-31>", "2024-03-31"],
    ["<input type=password value=secret>", "••••••"],
    ["<input type=submit value=Send> <input type=hidden value=no><input type=file value=no>", "Send"],
    ["<button>Send <b>it</b></button>", "Send it"],
    ["<textarea>\none\n  two</textarea>", "one two"],
    ["<output>42</output>", "42"],
  ])("shows what is filled in: %s", async (control, expected) => {
    const { text } = await read(`<p><label>Is: ${control}</label></p>`);
    expect(text.replaceAll(/\s+/g, " ").trim()).toBe(`Is: ${expected}`);
  });

  it("says what an empty field asks for, and no more once it is filled in", async () => {
    const { text } = await read(
      "<p><input placeholder='Your postcode'> <textarea placeholder='What happened'></textarea> <input placeholder=Name value=Jane></p>",
    );
    expect(text.replaceAll(/\s+/g, " ").trim()).toBe("Your postcode What happened Jane");
  });

  it.each([
    ["<input>", 12 * 10 + 6],
    ["<input type=search>", 12 * 10 + 6],
    ["<input size=4>", 2.4 * 10 + 6],
    ["<input style='width: 90pt'>", 90 + 6],
    ["<input type=search style='width: 90pt'>", 90],
    ["<textarea cols=40></textarea>", 0.75 * (40 * 8 + 15) + 4.5],
  ])("is as wide as it says: %s", (control, expected) => {
    const { laidOut } = layOut(`<p>${control}</p>`);
    const widths = linesOf(laidOut.fragment).flatMap(({ line }) => line.atoms.map(({ width }) => width));
    expect(widths).toHaveLength(1);
    expect(widths[0]).toBeCloseTo(expected, 3);
  });

  it.each(["<input>", "<input type=date>", "<textarea></textarea>"])(
    "stands on its line while it is empty: %s",
    (empty) => {
      const heightOf = (control: string) => layOut(`<p>${control} x</p>`).laidOut.fragment.height;
      const filled = empty.startsWith("<input") ? empty.replace(">", " value=1>") : empty.replace("></", ">1</");
      expect(heightOf(empty)).toBeCloseTo(heightOf(filled), 3);
    },
  );

  it("is as wide as the longest choice of a list that drops down, and says the chosen one alone", async () => {
    const widthOf = (control: string) =>
      linesOf(layOut(`<p>${control}</p>`).laidOut.fragment).flatMap(({ line }) =>
        line.atoms.map(({ width }) => width),
      )[0];
    const list = "<select><option>One<option>Two and more</select>";
    expect(widthOf(list)).toBeCloseTo(widthOf("<select><option>Two and more</select>") ?? 0, 3);
    expect((await read(`<p>${list}</p>`)).text.trim()).toBe("One");
  });

  it("shows what is chosen, and all of a list", async () => {
    const options = "<option>One<option selected>Two<optgroup label=More><option label=Third>3</optgroup>";
    expect((await read(`<p><select>${options}</select>`)).text.trim()).toBe("Two");
    expect((await read(`<p><select><option>One<option>Two</select>`)).text.trim()).toBe("One");
    const list = (await read(`<p><select multiple>${options}</select>`)).text.replaceAll(/\s+/g, " ").trim();
    expect(list).toBe("One Two More 3");
  });

  it.each([
    ["multiple", ["1", "2", "3", "4"]],
    ["size=2", ["1", "2"]],
    ["size=2 multiple data-from=5", ["4", "5"]],
    ["size=9", ["1", "2", "3", "4", "5", "6"]],
  ])("shows as many lines of a list as it is high, what is chosen among them: %s", async (attributes, shown) => {
    const from = /from=(\d)/.exec(attributes)?.[1];
    const options = [1, 2, 3, 4, 5, 6]
      .map((n) => `<option${`${n}` === from ? " selected" : ""}>${n}</option>`)
      .join("");
    const html = `<p><select ${attributes}>${options}</select>`;
    const before = shown[0] !== "1";
    const after = shown.at(-1) !== "6";
    const { text } = await read(
      html,
      before && after ? ["closed-box", "closed-box"] : before || after ? ["closed-box"] : [],
    );
    expect(text.replaceAll(/\s+/g, "")).toBe("123456");
    const height = linesOf(layOut(html).laidOut.fragment).flatMap(({ line }) =>
      line.atoms.map((atom) => atom.height),
    )[0];
    const lines = Number(/size=(\d)/.exec(attributes)?.[1] ?? 4);
    expect(height).toBeCloseTo(lines * 12.75 + 1.5, 1);
  });

  it("reads boxes and gauges as signs and numbers", async () => {
    const { bytes } = await read(
      "<p><input type=checkbox checked>a<input type=checkbox>b<input type=radio checked>c<meter value=3 max=10></meter><progress value=.5>half</progress>",
    );
    const pdf = Buffer.from(bytes).toString("latin1");
    const said = [...pdf.matchAll(/\/ActualText (<[0-9a-f]+>|\([^)]*\))/gi)].map(([, text = ""]) =>
      text.startsWith("<") ? Buffer.from(text.slice(5, -1), "hex").swap16().toString("utf16le") : text.slice(1, -1),
    );
    expect(said).toEqual(["☑", "☐", "◉", "3/10", "half"]);
  });
});
