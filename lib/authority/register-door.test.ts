import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase } from "@/db/testing";
import { ok } from "@/lib/filing/shared/result";
import { gateway } from ".";
import { DEFAULT_SETTINGS, storeSettings } from "./sandbox/settings";
import { inStore } from "./sandbox/store/transaction";
import { sendUnasked } from "./sandbox/usecases/desk-register";
import { runAuthorityWork } from "./sandbox/work";
import { access, ELSEWHERE, officer, RECORD, type RegisterWorld, registerWorld } from "./testing-register";

let world: RegisterWorld;
beforeEach(async () => {
  world = await registerWorld(freshDatabase());
});
afterEach(() => world.dispose());

describe("at the door", () => {
  const OTHERS_NUMBER = "京ICP备2026000001号-1";
  it.each([
    ["SERVICE_NOT_FILED", "access without a number", access({ numbers: [] })],
    ["SERVICE_NOT_FILED", "a number nobody has", access({ numbers: [`${RECORD}-9`] })],
    ["SERVICE_NOT_FILED", "the number of somebody else's service", access({ numbers: [OTHERS_NUMBER] })],
    ["SERVICE_NOT_FILED", "the number of a service of another kind", access({ numbers: [`${RECORD}-1A`] })],
    ["SERVICE_NOT_FILED", "a domain the service does not have", access({ domains: ["not-filed.cn"] })],
    ["SERVICE_NOT_FILED", "another website's domain", access({ domains: ["mine.cn"] })],
    ["NUMBER_MISMATCH", "another record's number", access({ recordNumber: "京ICP备2026000001号" })],
    ["ORGANIZER_NOT_FILED", "an organiser nobody filed", access({ certNo: "X9" })],
    ["ORGANIZER_CONFLICT", "a first filing of who is filed", { certNo: ELSEWHERE, domains: ["n.cn"] }],
    [
      "DOMAIN_CONFLICT",
      "a new website with a filed domain of one's own",
      access({ orderType: "NEW_SERVICE_FOREIGN", numbers: [] }),
    ],
    [
      "DOMAIN_CONFLICT",
      "a new website with somebody's domain",
      access({ orderType: "NEW_SERVICE_FOREIGN", numbers: [], domains: ["mine.cn"] }),
    ],
    [
      "SERVICE_NOT_FILED",
      "a change of a website's domain",
      access({ orderType: "CHANGE_SERVICE", domains: ["changed.cn"] }),
    ],
  ] as const)("%s: %s", async (code, _, given) => {
    await world.approved({ certNo: "91110000MA01TEST0X", domains: ["mine.cn"] });
    expect(await world.submit(given)).toEqual({ kind: "refused", code });
  });

  it("however the numbers are written", async () => {
    const numbers = ["京icp备2021000007-1"];
    expect(await world.submit(access({ recordNumber: "京ICP备2021000007", numbers }))).toEqual({
      kind: "accepted",
    });
  });
});

describe("between arrival and decision", () => {
  it("nothing of a cancelled filing comes back", async () => {
    const at = await world.underReview(access());
    await sendUnasked(officer, { number: `${RECORD}-1`, what: "cancelled" });
    expect(await world.approve(at)).toMatchObject({
      error: { code: "wrong_state", reason: "register.service-missing" },
    });
    await sendUnasked(officer, { number: RECORD, what: "cancelled" });
    expect(await world.approve(at)).toMatchObject({ error: { reason: "register.organiser-missing" } });
    expect(await gateway().query({ number: RECORD })).toEqual([]);
    expect(await world.served(`${RECORD}-1`)).toEqual([]);
  });

  it("and the sandbox rejects by itself what it cannot approve", async () => {
    const settings = { ...DEFAULT_SETTINGS, automatic: "approve", automaticDays: 1 } as const;
    await inStore(async (tx) => ok(await storeSettings(tx, settings)));
    await world.underReview(access());
    await sendUnasked(officer, { number: RECORD, what: "cancelled" });
    world.clock.advance(3 * 86_400_000);
    expect((await runAuthorityWork()).decided).toBe(1);
    expect((await gateway().poll(0)).at(-1)?.body).toMatchObject({
      ...{ type: "rejected", items: [{ code: "ORGANIZER_CONFLICT", target: "order" }] },
    });
  });
});
