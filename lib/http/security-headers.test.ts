import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

const production = { https: true, nonce: "n0nce", development: false };

describe("security headers", () => {
  it("lets only scripts with the nonce run", () => {
    const csp = contentSecurityPolicy(production);
    expect(csp).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
    expect(csp).not.toContain("unsafe-eval");
    expect(csp).toContain("style-src 'self' 'nonce-n0nce';");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("upgrade-insecure-requests");
  });

  it("relaxes only what the development server needs", () => {
    const csp = contentSecurityPolicy({ https: false, nonce: "n", development: true });
    expect(csp).toContain("'unsafe-eval'");
    expect(csp).not.toContain("upgrade-insecure-requests");
  });

  it("asks browsers to stay on https only where there is https", () => {
    expect(securityHeaders(production)["Strict-Transport-Security"]).toMatch(/^max-age=31536000/);
    expect(securityHeaders({ ...production, https: false })["Strict-Transport-Security"]).toBeUndefined();
  });
});
