import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { resetEnv } from "@/lib/env";
import { resetPassword } from "../accounts/reset-password";
import { AGREED, tokenTo } from "../accounts/testing";
import { lookAtStaff } from "../system/doctor/staff";
import { newWorld, type World } from "../testing";
import { acceptAsNewStaff, readStaffInvitation } from "./accept-staff";
import { blockStaff } from "./block";
import { makeFirstAdmin } from "./first-admin";
import { getStaffMember } from "./list-staff";

const EMAIL = "zhang@provider.example";
const PASSWORD = "four unrelated words";
const ASKED = { email: EMAIL, name: "张三", mail: false, recover: false };
const tokenOf = (url: string) => /\?t=([\w-]{43})$/.exec(url)?.[1] ?? "";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.dispose());

async function joined(): Promise<string> {
  const { url } = await makeFirstAdmin(ASKED);
  const made = await acceptAsNewStaff(
    { ...AGREED, token: tokenOf(url), name: "张三", password: PASSWORD },
    null,
  );
  if (!made.ok) throw new Error(made.error.reason);
  return made.value.userId;
}

describe("the first administrator", () => {
  it("comes by a link that says that the operator asks; only a person counts as one", async () => {
    const { kind, url, recommendsFactor } = await makeFirstAdmin(ASKED);
    expect([kind, recommendsFactor]).toEqual(["invited", true]);
    expect(await readStaffInvitation(tokenOf(url), null)).toMatchObject({
      post: "admin",
      name: "张三",
      by: null,
    });
    const rows = await read().select().from(t.auditLog).where(eq(t.auditLog.action, "staff.first-admin"));
    expect(rows).toMatchObject([{ actorId: null, data: { kind: "invited", recover: false, mail: false } }]);
  });

  it("may be asked by mail", async () => {
    await makeFirstAdmin({ ...ASKED, mail: true });
    expect(await readStaffInvitation(await tokenTo(EMAIL), null)).toMatchObject({ step: "newcomer" });
  });

  it("is one: another is refused until recovering is said", async () => {
    await joined();
    const other = { ...ASKED, email: "li@provider.example" };
    await expect(makeFirstAdmin(other)).rejects.toThrow("active administrator");
    expect(await makeFirstAdmin({ ...other, recover: true })).toMatchObject({ kind: "invited" });
  });

  it("is not made of a colleague in passing", async () => {
    const lin = { ...ASKED, email: "reviewer-lin@sandbox.invalid" };
    await expect(makeFirstAdmin(lin)).rejects.toThrow("belongs to the staff");
  });

  it("gets in again when recovering is said: active, with a new password, without the old second step", async () => {
    const userId = await joined();
    const admin = await world.actor("admin");
    const member = await getStaffMember(admin, { userId });
    await blockStaff(admin, { userId, version: member.ok ? member.value.version : 0, reason: "other" });
    await withTransaction(async (tx) => {
      await tx
        .insert(t.staffFactors)
        .values({ userId, secretEnc: Buffer.alloc(1), createdAt: 1, confirmedAt: 1 });
    });
    const { kind, url } = await makeFirstAdmin({ ...ASKED, recover: true });
    expect(kind).toBe("recovered");
    expect(await getStaffMember(admin, { userId })).toMatchObject({
      value: { blocked: null, factor: false, roles: ["admin"] },
    });
    const renewed = await resetPassword({ token: tokenOf(url), password: "other unrelated words" });
    expect(renewed).toMatchObject({ ok: true });
  });
});

it("the doctor misses an administrator in production, and recommends the second step", async () => {
  const production = async () => {
    process.env.ICP_MODE = "production";
    resetEnv();
    try {
      return (await lookAtStaff()).text;
    } finally {
      delete process.env.ICP_MODE;
      resetEnv();
    }
  };
  expect((await lookAtStaff()).level).toBe("ok");
  expect(await production()).toContain("no administrator");
  await joined();
  expect(await production()).toContain("password alone");
});

describe("npm run admin", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "icp-admin-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = () => ({
    ...process.env,
    DATA_DIR: dataDir,
    ICP_MODE: "production",
    PUBLIC_URL: "https://icp.example.cn",
    VITEST: "",
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["scripts/operate.mjs", "admin", ...args], { env: env(), encoding: "utf8" });

  it("works before the first start, prints one link, and says what is wrong", () => {
    const made = execFileSync(
      process.execPath,
      ["scripts/operate.mjs", "admin", "--email", EMAIL, "--name", "张三"],
      { env: env(), encoding: "utf8" },
    );
    expect(made.match(/https:\/\/icp\.example\.cn\/invite\/staff\?t=[\w-]{43}$/gm)).toHaveLength(1);
    expect(made).toContain("72 hours");
    const bad = run("--email", "nobody", "--name", "张三");
    expect([bad.status, bad.stdout]).toEqual([2, expect.stringContaining("complete address")]);
    expect(run("--email", EMAIL, "--name", "张三", "--force")).toMatchObject({ status: 2 });
    expect(run("--email", EMAIL)).toMatchObject({ status: 2 });
  }, 60_000);
});
