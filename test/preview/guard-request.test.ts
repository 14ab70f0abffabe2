import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { admit, readAddress, tokenCookie } from "../../src/preview/guard-request.ts";

const local = { hosts: new Set(["127.0.0.1:4310", "localhost:4310"]), token: undefined };
const asked = (headers: IncomingHttpHeaders, { method = "GET", url = "/plan" } = {}) => ({ method, url, headers });

describe("a server that only this machine can reach", () => {
  it.each<[string, IncomingHttpHeaders, ReturnType<typeof admit>]>([
    ["an address that was typed", { host: "127.0.0.1:4310", "sec-fetch-site": "none" }, "answer"],
    [
      "its own page",
      { host: "localhost:4310", origin: "http://localhost:4310", "sec-fetch-site": "same-origin" },
      "answer",
    ],
    ["a program that is no browser", { host: "127.0.0.1:4310" }, "answer"],
    ["a name that was made to lead here", { host: "evil.example:4310" }, 421],
    ["another port's name", { host: "127.0.0.1:80" }, 421],
    ["no name", {}, 421],
    ["another site's script", { host: "127.0.0.1:4310", origin: "http://evil.example" }, 403],
    ["another port's script", { host: "127.0.0.1:4310", origin: "http://127.0.0.1:3000" }, 403],
    ["a page without an origin", { host: "127.0.0.1:4310", origin: "null" }, 403],
    ["another site's image or link", { host: "127.0.0.1:4310", "sec-fetch-site": "cross-site" }, 403],
    ["another port's image", { host: "127.0.0.1:4310", "sec-fetch-site": "same-site" }, 403],
  ])("%s", (_, headers, admission) => {
    expect(admit(asked(headers), local)).toBe(admission);
  });

  it("changes nothing for whoever does not say where they ask from", () => {
    const post = { method: "POST", url: "/reload" };
    expect(admit(asked({ host: "127.0.0.1:4310" }, post), local)).toBe(405);
    expect(admit(asked({ host: "127.0.0.1:4310", origin: "http://127.0.0.1:4310" }, post), local)).toBe("answer");
    expect(
      admit(asked({ host: "127.0.0.1:4310", origin: "http://127.0.0.1:4310" }, { ...post, method: "DELETE" }), local),
    ).toBe(405);
  });
});

describe("a server that others can reach", () => {
  const token = "a-token-that-nobody-guesses";
  const open = { hosts: undefined, token };
  const host = "10.0.0.5:4310";

  it("takes the token once in the address, and then as a cookie", () => {
    expect(admit(asked({ host }), open)).toBe(401);
    expect(admit(asked({ host }, { url: `/?token=${token}` }), open)).toBe("remember");
    expect(admit(asked({ host }, { url: "/?token=another" }), open)).toBe(401);
    const [cookie = ""] = tokenCookie(token).split(";");
    expect(admit(asked({ host, cookie: `theme=dark; ${cookie}` }), open)).toBe("answer");
    expect(admit(asked({ host, cookie: `${cookie}x` }), open)).toBe(401);
  });

  it("does not take it from another site's page", () => {
    const headers = { host, origin: "http://evil.example" };
    expect(admit(asked(headers, { url: `/?token=${token}` }), open)).toBe(403);
  });
});

describe("an address", () => {
  it("is read in its parts, or is none", () => {
    expect(readAddress("/pages/caf%C3%A9%2Fx/briefing.html?3")).toEqual({
      path: ["pages", "café/x", "briefing.html"],
      token: null,
    });
    expect(readAddress("/?token=a+b")).toEqual({ path: [""], token: "a b" });
    for (const url of ["/pages/%", "/%E0%A4%A", "//[", "http://["]) expect(readAddress(url)).toBeUndefined();
  });
});
