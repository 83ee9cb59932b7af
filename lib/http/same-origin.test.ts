import { describe, expect, it } from "vitest";
import { fromOwnPage } from "./same-origin";

const production = { publicUrl: "https://beian.example.cn", trustHost: false };
const sandbox = { publicUrl: "http://localhost:3000", trustHost: true };
const headers = (init: Record<string, string>) => new Headers(init);

describe("fromOwnPage", () => {
  it.each([
    ["our origin", { origin: "https://beian.example.cn" }, true],
    ["our origin, said twice", { origin: "https://beian.example.cn", "sec-fetch-site": "same-origin" }, true],
    ["no origin but the browser vouches", { "sec-fetch-site": "same-origin" }, true],
    ["nothing at all", {}, false],
    ["another origin", { origin: "https://evil.example" }, false],
    ["our host under another scheme", { origin: "http://beian.example.cn" }, false],
    ["our host with another port", { origin: "https://beian.example.cn:8443" }, false],
    ["a longer host", { origin: "https://beian.example.cn.evil.example" }, false],
    ["an opaque origin", { origin: "null" }, false],
    ["a sibling domain", { origin: "https://beian.example.cn", "sec-fetch-site": "same-site" }, false],
    ["another site", { origin: "https://beian.example.cn", "sec-fetch-site": "cross-site" }, false],
    ["a typed address", { "sec-fetch-site": "none" }, false],
    ["a trusted host in production", { origin: "https://10.0.0.1", host: "10.0.0.1" }, false],
  ])("POST: %s", (_name, init, expected) => {
    expect(fromOwnPage("POST", headers(init), production)).toBe(expected);
  });

  it("takes the host it is reached by as its own in the sandbox only", () => {
    const other = headers({ origin: "http://127.0.0.1:3100", host: "127.0.0.1:3100" });
    expect(fromOwnPage("PUT", other, sandbox)).toBe(true);
    expect(fromOwnPage("PUT", other, { ...sandbox, trustHost: false })).toBe(false);
  });

  it.each([
    ["same site", { "sec-fetch-site": "same-origin" }, true],
    ["no header", {}, true],
    ["a link on another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }, true],
    ["an image on another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }, false],
  ])("GET: %s", (_name, init, expected) => {
    expect(fromOwnPage("GET", headers(init), production)).toBe(expected);
  });
});
