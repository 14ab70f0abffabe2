import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPages, textItems } from "../support/open-pdf.ts";
import { useWorkplace } from "./briefwright.ts";

const { folder, run, runBuilt } = useWorkplace();
/** One red pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const page = (body: string, head = "") =>
  `<!doctype html>\n<html lang="en"><head><title>Report</title>${head}</head>\n<body><h1>Report</h1>\n${body}</body></html>`;
const latin = (name: string) => readFileSync(join(folder, name)).toString("latin1");
/** Of all pages. */
const wordsOf = async (name: string) => {
  const texts = await readPages(readFileSync(join(folder, name)), async (page) =>
    (await textItems(page)).map(({ str }) => str),
  );
  return texts.flat().join("");
};

describe("an HTML file", () => {
  it("becomes a tagged PDF, with the images of its folder and the stylesheet given", async () => {
    mkdirSync(join(folder, "pictures"));
    write("pictures/a dot.png", png);
    write("brand.css", "@page { size: A5 }");
    write("good.html", page('<p>Text</p><img src="pictures/a%20dot.png" alt="A red dot">'));
    const result = await run(["pdf", "good.html", "--css", "brand.css", "-o", "made/good.pdf"]);
    expect(result).toEqual({ exitCode: 0, stdout: "made/good.pdf\n", stderr: "" });
    const pdf = latin("made/good.pdf");
    expect(pdf).toContain("/MarkInfo");
    expect(pdf).toMatch(/\/MediaBox \[0 0 419\.5/);
  });

  it.each([
    ["says it", '<meta charset="windows-1252">', ""],
    ["says it as of old", '<META http-equiv=Content-Type content="text/html; charset=iso-8859-1">', ""],
    ["says it after what is no tag", "<!-- <meta charset=utf-8> --><meta charset='latin1'>", ""],
    ["says another", '<meta charset="utf-8">', "[guessed-encoding]"],
    ["says one that there is not", '<meta charset="x-none">', "[guessed-encoding]"],
    ["says nothing", "", "[guessed-encoding]"],
  ])("in an encoding of old is read in it where it %s", async (_, head, warning) => {
    // 0x96 is an en dash in Windows-1252.
    write("old.html", Buffer.from(page("<p>Orph\u00e9e \u0096 caf\u00e9</p>", head), "latin1"));
    const { exitCode, stderr } = await run(["pdf", "old.html", "-o", "old.pdf"]);
    expect(exitCode).toBe(0);
    expect(stderr.includes("[guessed-encoding]")).toBe(warning !== "");
    expect(stderr).toContain(warning);
    expect(await wordsOf("old.pdf")).toContain("Orph\u00e9e \u2013 caf\u00e9");
  });

  it("in UTF-8 or UTF-16 is read as its mark says, whatever its head does", async () => {
    const text = page("<p>Caf\u00e9 \u2013 \u0174y</p>", '<meta charset="windows-1252">');
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      write("marked.html", bytes);
      expect(await run(["pdf", "marked.html", "-o", "marked.pdf"])).toMatchObject({ exitCode: 0, stderr: "" });
      expect(await wordsOf("marked.pdf")).toContain("Caf\u00e9 \u2013 \u0174y");
    }
  });

  it("takes title and language from the options, and has the same bytes for the same date", async () => {
    write("plain.html", "<h1>Adroddiad</h1>");
    const args = ["pdf", "plain.html", "--lang", "cy", "--title", "Adroddiad", "--date", "2024-03-31", "-o"];
    expect(await runBuilt([...args, "one.pdf"])).toMatchObject({ exitCode: 0, stderr: "" });
    await runBuilt([...args, "two.pdf"], { TZ: "Asia/Tokyo" });
    expect(latin("one.pdf") === latin("two.pdf")).toBe(true);
    const without = await run(["pdf", "plain.html", "-o", "three.pdf"]);
    expect(without).toMatchObject({ exitCode: 1, stdout: "" });
    expect(without.stderr).toMatch(/title/);
    expect(without.stderr).toMatch(/lang/);
  });

  it("becomes some of its pages, with the boxes over them, and says why pages end where they do", async () => {
    write("long.html", page(`<p>one</p>\n<h2 id="two" style="break-before: page">Two</h2><p>three</p>`));
    const look = ["--pages", "2", "--debug", "layout", "--explain", "#two"];
    const { exitCode, stdout, stderr } = await run(["pdf", "long.html", "-o", "part.pdf", ...look]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain("part.pdf\n\nh2#two  long.html:5:1\n  page 2: ");
    expect(stdout).toContain('  page 1 ends: "break-before: page" of h2#two (line 5).\n');
    expect(stdout).toContain("  break-before: page\n");
    expect(latin("part.pdf").match(/\/MediaBox/g)).toHaveLength(1);
    expect(await run(["pdf", "long.html", "-o", "none.pdf", "--pages", "3"])).toMatchObject({
      exitCode: 1,
      stdout: "",
    });
    expect(await run(["pdf", "long.html", "-o", "none.pdf", "--debug", "all"])).toMatchObject({
      exitCode: 2,
      stdout: "",
    });
  });

  it("lets pass what is asked for, with a warning, and nothing else", async () => {
    write("found.html", '<h1>Found</h1>\n<img src="none.png">');
    const strict = await run(["pdf", "found.html", "-o", "found.pdf"]);
    expect(strict).toMatchObject({ exitCode: 1, stdout: "" });
    expect(strict.stderr).toContain("--lenient");
    const lenient = await run(["pdf", "found.html", "--lenient", "-o", "found.pdf"]);
    expect(lenient).toMatchObject({ exitCode: 0, stdout: "found.pdf\n" });
    expect(lenient.stderr).toMatch(/^found\.html:2:1: warning: The image "none\.png" cannot be used\./m);
    expect(latin("found.pdf")).not.toContain("pdfuaid:part>1");
    const codes = "missing-title,missing-language,unknown-image";
    const some = await run(["pdf", "found.html", "--allow", codes, "-o", "some.pdf"]);
    expect(some).toMatchObject({ exitCode: 1, stdout: "" });
    expect(some.stderr.match(/error: .*/g)).toEqual([expect.stringContaining("[missing-alt]")]);
    expect(await run(["pdf", "found.html", "--allow", "alt", "-o", "some.pdf"])).toMatchObject({ exitCode: 2 });
  });

  it("reads linked stylesheets, and what they name, below its folder or --root", async () => {
    mkdirSync(join(folder, "site/css"), { recursive: true });
    mkdirSync(join(folder, "site/pages"), { recursive: true });
    write("site/css/main.css", '@import "size.css";');
    write("site/css/size.css", "@page { size: A5 }");
    write("site/index.html", page("<p>Text</p>", '<link rel="stylesheet" href="css/main.css">'));
    expect(await run(["pdf", "site/index.html", "-o", "site.pdf"])).toMatchObject({ exitCode: 0, stderr: "" });
    expect(latin("site.pdf")).toMatch(/\/MediaBox \[0 0 419\.5/);
    write("site/pages/one.html", page("<p>Text</p>", '<link rel="stylesheet" href="../css/main.css">'));
    const outside = await run(["pdf", "site/pages/one.html", "-o", "one.pdf"]);
    expect(outside).toMatchObject({ exitCode: 0 });
    expect(outside.stderr).toMatch(
      /^site\/pages\/one\.html:2:\d+: warning: The stylesheet "\.\.\/css\/main\.css" is not there\./,
    );
    const wider = ["pdf", "site/pages/one.html", "--root", "site", "-o", "one.pdf"];
    expect(await run(wider)).toMatchObject({ exitCode: 0, stderr: "" });
    expect(latin("one.pdf")).toMatch(/\/MediaBox \[0 0 419\.5/);
    expect(await run([...wider, "--root", "nowhere"])).toMatchObject({ exitCode: 2 });
  });

  it("gets no image from the network or from outside its folder, and hears of all of them at once", async () => {
    write("secret.png", png);
    mkdirSync(join(folder, "inside"));
    const images = ["https://example.org/a.png", "../secret.png", "none.png"].map(
      (src) => `<img src="${src}" alt="x">`,
    );
    write("inside/images.html", page(`${images.join("\n")}\n<img src="none.png">`));
    const result = await run(["pdf", "inside/images.html", "-o", "images.pdf"]);
    expect(result).toMatchObject({ exitCode: 1, stdout: "" });
    const lines = result.stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^inside\/images\.html:4:1: error: .*nothing is fetched/);
    expect(lines[1]).toMatch(/:5:1: error: .*outside the folder/);
    expect(lines[2]).toMatch(/:6:1: error: .*There is no such file/);
    expect(lines[3]).toMatch(/:7:1: error: .*no alt text/);
  });

  it("ends with 2 where a file cannot be read or written", async () => {
    write("fine.html", page("<p>Text</p>"));
    expect(await run(["pdf", "none.html", "-o", "x.pdf"])).toMatchObject({ exitCode: 2, stdout: "" });
    expect(await run(["pdf", "fine.html", "--css", "none.css", "-o", "x.pdf"])).toMatchObject({
      exitCode: 2,
      stdout: "",
    });
    const refused = await run(["pdf", "fine.html", "-o", "fine.html/x.pdf"]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/^fine\.html\/x\.pdf: error: The file cannot be written/);
  });
});
