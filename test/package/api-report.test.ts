import { describe, expect, it } from "vitest";
import { doors } from "../../.config/doors.ts";
import { readApi } from "./api-report.ts";

/**
 * Nothing of what programs rely on changes by accident: `api/<door>.txt` is what each door declares. Where a change is meant,
 * `npx vitest run --config .config/vitest.config.ts test/package/api-report -u` writes the files anew, the diff is reviewed like
 * code, and CHANGELOG.md says what users have to do.
 */
const api = readApi();

describe("the declarations of each door are those that were reviewed", () => {
  it.each(doors)("%s", async (door) => {
    await expect(api.get(door)?.report).toMatchFileSnapshot(`api/${door}.txt`);
  });
});

it.each(doors)("everything at the door %s says what it is", (door) => {
  expect(api.get(door)?.undocumented).toEqual([]);
});
