import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { env, resetEnv } from "./env";

const before = { ...process.env };
const set = (values: Record<string, string>) => {
  Object.assign(process.env, values);
  resetEnv();
};
const forget = () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  resetEnv();
};
beforeEach(forget);
afterEach(forget);

describe("the environment", () => {
  it("has a default for everything: npm start needs no .env", () => {
    set({ DATA_DIR: "", PORT: "", PUBLIC_URL: "" });
    expect(env).toMatchObject({});
    expect(env.MODE).toBe("sandbox");
    expect(env.PUBLIC_URL).toBe("http://localhost:3000");
    expect(env.DATA_DIR).toBe(`${process.cwd()}/.data`);
  });

  it("derives what next-auth reads from PUBLIC_URL, whatever stood there", () => {
    set({
      PUBLIC_URL: "https://icp.example.cn/",
      NEXTAUTH_URL: "https://evil.example",
      AUTH_TRUST_HOST: "1",
    });
    expect(env.PUBLIC_URL).toBe("https://icp.example.cn");
    expect(process.env.NEXTAUTH_URL).toBe("https://icp.example.cn");
    expect(process.env.AUTH_TRUST_HOST).toBeUndefined();
  });

  it("follows the port", () => {
    set({ PORT: "3105", PUBLIC_URL: "" });
    expect(env.PUBLIC_URL).toBe("http://localhost:3105");
  });

  it("names what is wrong without repeating its value", () => {
    set({ ICP_MODE: "prod", ICP_MASTER_KEY: "s3cret-value", PUBLIC_URL: "ftp://x" });
    const said = (() => {
      try {
        return env.MODE;
      } catch (error) {
        return String(error);
      }
    })();
    for (const name of ["ICP_MODE", "ICP_MASTER_KEY", "PUBLIC_URL"]) expect(said).toContain(name);
    expect(said).not.toContain("s3cret-value");
  });

  it.each([
    ["sandbox", "", "sandbox"],
    ["sandbox", "manual", "manual"],
    ["production", "", "manual"],
    ["production", "manual", "manual"],
  ])("in %s with ICP_GATEWAY=%s orders go out by the %s gateway", (mode, given, expected) => {
    set({ ICP_MODE: mode, ICP_GATEWAY: given });
    expect(env.GATEWAY).toBe(expected);
  });

  it("lets production never talk to the simulated authority", () => {
    set({ ICP_MODE: "production", ICP_GATEWAY: "sandbox" });
    expect(() => env.GATEWAY).toThrow("ICP_GATEWAY: production never talks");
  });

  it("knows the provider's own systems by their addresses; none is none", () => {
    expect(env.SYSTEMS).toEqual({ inventory: null, domains: null, business: null });
    set({ DOMAINS_URL: "https://registrar.internal/icp?v=1", DOMAINS_TOKEN: "t0ken-of-the-registrar" });
    expect(env.SYSTEMS).toEqual({
      inventory: null,
      domains: { url: "https://registrar.internal/icp?v=1", token: "t0ken-of-the-registrar" },
      business: null,
    });
    set({ BUSINESS_URL: "http://127.0.0.1:8080/" });
    expect(env.SYSTEMS.business).toEqual({ url: "http://127.0.0.1:8080/", token: null });
  });

  it.each([
    [{ DOMAINS_URL: "ftp://registrar.internal/" }, "DOMAINS_URL"],
    [{ INVENTORY_URL: "https://me:s3cr3t@inventory.internal/" }, "INVENTORY_URL"],
    [{ BUSINESS_URL: "https://b.internal/", BUSINESS_TOKEN: "fifteen-signs-x" }, "BUSINESS_TOKEN"],
    [{ BUSINESS_URL: "https://b.internal/", BUSINESS_TOKEN: "with blanks and more" }, "BUSINESS_TOKEN"],
    [{ INVENTORY_TOKEN: "a-token-for-nobody" }, "INVENTORY_TOKEN"],
  ])("does not take %j for a system", (values, name) => {
    set(values as Record<string, string>);
    expect(() => env.SYSTEMS).toThrow(name);
    expect(() => env.SYSTEMS).not.toThrow("s3cr3t");
  });
});
