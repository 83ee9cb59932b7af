import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase, type TestDatabase } from "@/db/testing";
import { withTransaction } from "@/db/transaction";
import { setTestClocks } from "@/lib/clock/testing";
import type { Actor, Role } from "@/lib/filing/access";
import { MARK_MAX_BYTES } from "@/lib/media/mark";
import { NAME_MAX, NO_PROFILE, nameIn, ProfileChange } from "@/lib/provider/profile";
import { mailFooter, signature } from "./brand";
import { changeMark, readMark } from "./mark";
import { changeProfile, currentProfile, storeProfile } from "./profile";

const as = (...roles: Role[]): Actor => ({
  ...{ userId: "user-1", roles, accountIds: [], accountId: null, sessionId: "s" },
});
const admin = as("admin");
const GIVEN = { ...NO_PROFILE, nameZh: "样例云", phone: "400-000-0000", hours: "9:00-18:00" };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: "#00000000" } })
    .png()
    .toBuffer();

let data: TestDatabase;
beforeEach(() => {
  data = freshDatabase();
  setTestClocks(Date.parse("2026-11-24T10:00:00+08:00"));
});
afterEach(() => data.dispose());

describe("what an administrator says of the provider", () => {
  it("holds at once, with its revision, and the audit names what changed and no value", async () => {
    expect(await changeProfile(admin, { ...GIVEN, revision: 0 })).toEqual({
      ok: true,
      value: { revision: 1 },
    });
    expect(await currentProfile()).toEqual({ profile: GIVEN, revision: 1, mark: null });
    const [row] = await read().select().from(t.auditLog);
    expect(row).toMatchObject({
      action: "provider.changed",
      data: { revision: 1, changed: "nameZh phone hours" },
    });
  });

  it("is refused to who saw an older page, and nothing is changed", async () => {
    await changeProfile(admin, { ...GIVEN, revision: 0 });
    const late = await changeProfile(admin, { ...NO_PROFILE, nameZh: "别名", revision: 0 });
    expect(late).toMatchObject({ ok: false, error: { code: "stale", reason: "provider.moved" } });
    expect((await currentProfile()).profile).toEqual(GIVEN);
  });

  it("knows only provinces there are", async () => {
    const answer = await changeProfile(admin, { ...GIVEN, dataCentres: ["330000", "990000"], revision: 0 });
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid", path: "dataCentres" } });
  });

  it.each(["applicant", "reviewer", "supervisor", "officer"] as const)("is not for a %s", async (role) => {
    expect(await changeProfile(as(role), { ...GIVEN, revision: 0 })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(await changeMark(as(role), await picture(64, 64))).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
    expect(await currentProfile()).toMatchObject({ revision: 0, mark: null });
  });

  it.each([
    ["a name at the limit", { nameZh: "名".repeat(NAME_MAX) }, null],
    ["a name above it", { nameZh: "名".repeat(NAME_MAX + 1) }, "provider.name-long"],
    ["a name of two lines", { nameZh: "云\n样例" }, "provider.line-form"],
    ["a name with a return", { nameEn: "Cloud\rBcc: x@y.cn" }, "provider.line-form"],
    ["a name with a tab", { nameEn: "Cloud\tExample" }, "provider.line-form"],
    ["a name with a zero", { nameEn: "Cloud\u0000" }, "provider.line-form"],
    ["a name with an end of paragraph", { nameEn: "Cloud\u2029Example" }, "provider.line-form"],
    ["a name turned round", { nameEn: "Cloud\u202eelpmaxE" }, "provider.line-form"],
    ["a name with blanks and an end of line after it", { nameEn: "Cloud · Example\n" }, null],
    ["hours of two lines", { hours: "9:00-18:00\n13:00" }, "provider.line-form"],
    ["a phone of a service line", { phone: "95000" }, null],
    ["a phone with words", { phone: "call me" }, "provider.phone-form"],
    ["a phone too short", { phone: "1234" }, "provider.phone-form"],
    ["a mail address", { replyTo: "help@example.com" }, null],
    ["half a mail address", { replyTo: "help@" }, "provider.mail-form"],
  ])("judges %s", (_name, part, reason) => {
    const parsed = ProfileChange.safeParse({ ...NO_PROFILE, ...part, revision: 0 });
    expect(parsed.error?.issues.map(({ message }) => message) ?? []).toEqual(reason === null ? [] : [reason]);
  });

  it("kept from before such a rule is read without what is refused now, and not lost", async () => {
    await withTransaction((tx) =>
      storeProfile(tx, admin, { profile: { ...GIVEN, nameEn: "Cloud\nExample\t" }, mark: null }, before),
    );
    expect(await currentProfile()).toMatchObject({
      revision: 1,
      profile: { ...GIVEN, nameEn: "Cloud Example" },
    });
  });
  const before = { profile: NO_PROFILE, revision: 0, mark: null };

  it("signs messages in the reader's language, or by the one name there is", async () => {
    expect([await signature("zh-CN"), await signature("en"), await mailFooter()]).toEqual([
      "ICP 备案",
      "ICP filing",
      "",
    ]);
    await changeProfile(admin, { ...GIVEN, revision: 0 });
    expect([await signature("zh-CN"), await signature("en")]).toEqual(["样例云", "样例云"]);
    expect(await mailFooter()).toBe("\n\n-- \n样例云\n400-000-0000  9:00-18:00");
    expect(nameIn({ nameZh: "样例云", nameEn: "Sample Cloud" }, "en")).toBe("Sample Cloud");
  });
});

describe("the mark", () => {
  it("is made anew, keeps to its box, and is taken down again", async () => {
    const put = await changeMark(admin, await picture(2000, 500));
    expect(put).toMatchObject({ ok: true });
    const { mark } = await currentProfile();
    expect(mark).toMatch(/^[0-9a-f]{64}$/);
    const { format, width, height } = await sharp((await readMark()) ?? Buffer.alloc(0)).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 512, height: 128 });
    expect(await changeMark(admin, null)).toEqual({ ok: true, value: { mark: null } });
    expect([await readMark(), (await currentProfile()).mark]).toEqual([null, null]);
  });

  it.each([
    ["code", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), "provider.mark-kind"],
    ["nothing", Buffer.alloc(0), "provider.mark-kind"],
    ["half a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "upload.broken"],
  ])("is no %s", async (_name, bytes, reason) => {
    expect(bytes.length).toBeLessThan(MARK_MAX_BYTES);
    expect(await changeMark(admin, bytes)).toMatchObject({ ok: false, error: { reason } });
    expect(await readMark()).toBeNull();
  });

  it.each([
    [32, true],
    [31, false],
  ])("has a shorter side of %i px: %s", async (side, fits) => {
    expect((await changeMark(admin, await picture(side, 64))).ok).toBe(fits);
  });
});
