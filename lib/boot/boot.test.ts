import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import { closeDatabase } from "@/db/registry";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { resetEnv } from "@/lib/env";
import { prepare } from "./prepare";

/** A sandbox is seeded by replaying six weeks: seconds alone, many on a busy machine. */
const SEEDING_MS = 60_000;

let folder: string;
const set = (values: Record<string, string>) => {
  Object.assign(process.env, values);
  resetEnv();
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-boot-"));
  set({ DATA_DIR: join(folder, "data") });
});
afterEach(() => {
  closeDatabase();
  for (const name of ["DATA_DIR", "ICP_MODE", "PUBLIC_URL", "SMS_WEBHOOK_URL", "SMS_WEBHOOK_SECRET"])
    delete process.env[name];
  for (const name of Object.keys(process.env))
    if (/^((STAFF_)?OIDC|INVENTORY|DOMAINS|BUSINESS)_/.test(name)) delete process.env[name];
  resetEnv();
  rmSync(folder, { recursive: true, force: true });
});

describe("prepare", () => {
  it(
    "makes a private directory with everything in it; again changes nothing",
    async () => {
      // The made-up past asks nobody outside: a system that is not there does not matter to it.
      for (const name of ["INVENTORY_URL", "DOMAINS_URL", "BUSINESS_URL"])
        set({ [name]: "http://127.0.0.1:9/nobody" });
      await prepare();
      const data = join(folder, "data");
      expect(statSync(data).mode & 0o777).toBe(0o700);
      const users = (await read().select().from(t.users)).length;
      await prepare();
      expect(await read().select().from(t.users)).toHaveLength(users);
    },
    SEEDING_MS,
  );

  it("in production mode makes secrets of its own and seeds nobody", async () => {
    set({ ICP_MODE: "production" });
    await prepare();
    expect(await read().select().from(t.users)).toEqual([]);
  });
});

describe("production refuses", () => {
  it(
    "the secrets of a sandbox",
    async () => {
      await prepare();
      set({ ICP_MODE: "production" });
      await expect(prepare()).rejects.toMatchObject({ code: "sandbox_secrets" });
    },
    SEEDING_MS,
  );

  it("personas", async () => {
    set({ ICP_MODE: "production" });
    await prepare();
    await withTransaction(async (tx) => {
      await tx
        .insert(t.users)
        .values({ id: "u", emailIdx: "x", emailEnc: Buffer.alloc(1), persona: "fresh-unit", createdAt: 1 });
    });
    await expect(prepare()).rejects.toMatchObject({ code: "sandbox_users" });
  });

  it("to be reached without TLS, except on this machine", async () => {
    set({ ICP_MODE: "production", PUBLIC_URL: "http://icp.example.cn" });
    await expect(prepare()).rejects.toMatchObject({ code: "insecure_url" });
    set({ PUBLIC_URL: "https://icp.example.cn" });
    await prepare();
  });

  it.each([
    ["http://sms.example.cn/send", false],
    ["http://127.0.0.1.example.cn/send", false],
    ["http://10.0.0.7:8080/send", false],
    ["https://sms.example.cn/send", true],
    ["http://localhost:8080/send", true],
    ["http://127.0.0.1:8080/send", true],
    ["http://[::1]:8080/send", true],
  ])("to send text messages where others read along: %s is fine: %s", async (url, fine) => {
    set({ ICP_MODE: "production", SMS_WEBHOOK_URL: url, SMS_WEBHOOK_SECRET: "s".repeat(32) });
    const answer = await prepare().catch((error: unknown) => error);
    if (fine) expect(answer).not.toBeInstanceOf(Error);
    else
      expect(answer).toMatchObject({
        code: "insecure_gateway",
        message: expect.stringContaining("https://"),
      });
  });

  it.each([
    ["OIDC_", "http://login.example.cn", false],
    ["STAFF_OIDC_", "http://10.0.0.7:8080", false],
    ["OIDC_", "https://login.example.cn", true],
    ["STAFF_OIDC_", "http://127.0.0.1:8080", true],
  ])("to believe an issuer whose word others could change: %s %s is fine: %s", async (prefix, url, fine) => {
    set({
      ICP_MODE: "production",
      [`${prefix}ISSUER`]: url,
      [`${prefix}CLIENT_ID`]: "icp",
      [`${prefix}CLIENT_SECRET`]: "s".repeat(16),
      [`${prefix}NAME`]: "Cloud",
    });
    const answer = await prepare().catch((error: unknown) => error);
    if (fine) expect(answer).not.toBeInstanceOf(Error);
    else expect(answer).toMatchObject({ code: "insecure_issuer", message: expect.stringContaining(prefix) });
  });

  it.each([
    ["INVENTORY_URL", "http://inventory.internal/ask", false],
    ["DOMAINS_URL", "http://10.0.0.7:8080/", false],
    ["BUSINESS_URL", "http://127.0.0.1.example.cn/", false],
    ["INVENTORY_URL", "https://inventory.internal/ask", true],
    ["DOMAINS_URL", "http://127.0.0.1:8080/", true],
    ["BUSINESS_URL", "http://[::1]:8080/", true],
  ])("to ask its own systems where others could answer: %s=%s is fine: %s", async (name, url, fine) => {
    set({ ICP_MODE: "production", [name]: url });
    const answer = await prepare().catch((error: unknown) => error);
    if (fine) expect(answer).not.toBeInstanceOf(Error);
    else expect(answer).toMatchObject({ code: "insecure_system", message: expect.stringContaining(name) });
  });
});
