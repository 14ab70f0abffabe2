import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contrastOf } from "../charts/seen-colors.ts";

const css = readFileSync(new URL("../../templates/briefing.css", import.meta.url), "utf8");
const dark = css.slice(css.indexOf("@media screen and (prefers-color-scheme: dark)"));
/** What holds in a dark scheme: the general colours, then those that it swaps. */
const colors = new Map(
  [...`${css.slice(0, css.indexOf("/* Text */"))}${dark}`.matchAll(/(--[\w-]+):\s*(#[\da-f]{6});/g)].map(
    ([, name = "", color = ""]) => [name, color] as const,
  ),
);

it.each([
  ["--ink", "--paper"],
  ["--ink-quiet", "--paper"],
  ["--brand", "--paper"],
  ["--link", "--paper"],
  ["--ink", "--tint"],
  ["--ink-quiet", "--tint"],
  ["--brand", "--tint"],
  ["--ink", "--mark"],
  ["--ink-quiet", "--mark"],
  ["--ink", "--help"],
  ["--link", "--help"],
])("in the dark scheme of the shipped stylesheet %s is readable on %s", (text, behind) => {
  expect(contrastOf(colors.get(text) ?? "", colors.get(behind) ?? "")).toBeGreaterThanOrEqual(4.5);
});

it.each(["--on-brand", "--on-brand-quiet"])("on its mastheads and covers %s is readable", (text) => {
  expect(contrastOf(colors.get(text) ?? "", colors.get("--brand-ground") ?? "")).toBeGreaterThanOrEqual(4.5);
});
