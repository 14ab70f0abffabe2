import { expect, it } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import type { Fragment } from "../../src/pdf/layout/fragment.ts";
import { reportLostRows } from "../../src/pdf/layout/lost-rows.ts";
import { layOut } from "./lay-out.ts";

const row = (text: string) => `<tr><td>${text}</td></tr>`;
const html = `<table>${row("one")}${row(`<table>${row("two")}${row("three")}</table>`)}</table>`;

/** What is said of a layout in which the rows that hold one of these words alone are missing. */
function saidWithout(...words: readonly string[]) {
  const { root, laidOut } = layOut(html);
  const diagnostics = createDiagnostics();
  reportLostRows(root, without(laidOut.fragment, words), diagnostics);
  return diagnostics.all.map(({ code, message }) => [code, message]);
}

function without(fragment: Fragment, words: readonly string[]): Fragment {
  if (fragment.kind !== "box") return fragment;
  const kept = fragment.children.filter(
    (child) => child.kind !== "box" || child.tag?.role !== "TR" || !words.includes(textOf(child)),
  );
  return { ...fragment, children: kept.map((child) => without(child, words)) };
}

function textOf(fragment: Fragment): string {
  if (fragment.kind === "image") return "";
  if (fragment.kind === "box") return fragment.children.map(textOf).join("");
  return (
    fragment.runs.flatMap((run) => run.words.map((word) => word.text)).join("") + fragment.atoms.map(textOf).join("")
  );
}

it("are errors, with their number, those within a cell too", () => {
  expect(saidWithout()).toEqual([]);
  expect(saidWithout("one")).toEqual([["rows-lost", "1 table row is missing in the layout."]]);
  expect(saidWithout("two", "three")).toEqual([["rows-lost", "2 table rows are missing in the layout."]]);
});
