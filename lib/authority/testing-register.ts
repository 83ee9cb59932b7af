import "server-only";
import { expect } from "vitest";
import { setTestClocks } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { ok } from "@/lib/filing/shared/result";
import { gateway, type Notice } from ".";
import type { SubmitAnswer } from "./gateway";
import { accessesOf, OTHER_PROVIDER, openAccess } from "./sandbox/accesses";
import { readStore } from "./sandbox/store/client";
import * as t from "./sandbox/store/schema";
import { inStore } from "./sandbox/store/transaction";
import { certIndex } from "./sandbox/submissions";
import { approveSubmission } from "./sandbox/usecases/decide";
import { verifySms } from "./sandbox/usecases/verify-sms";
import { codeFor, type Given, LEAD, payloadOf } from "./testing";

export const ELSEWHERE = "91110000MA01ELSE0X";
export const RECORD = "京ICP备2021000007号";
const START = Date.parse("2026-11-23T10:00:00+08:00");

export const officer: Actor = {
  ...{ userId: "officer", roles: ["officer"], accountIds: [], accountId: null, sessionId: "session" },
};

/** A record with a website and an app, made through another provider long ago. */
export const fileElsewhere = (number = RECORD, province = "110000", certNo = ELSEWHERE, domain = "old.cn") =>
  inStore(async (tx) => {
    const approvedAt = Date.parse("2021-06-01T10:00:00+08:00");
    await tx.insert(t.registerEntities).values({
      ...{ number, province, natureCode: 4, certIdx: certIndex(certNo), approvedAt },
      ...{ publicName: "旧名有限公司", unitName: "旧名有限公司" },
    });
    for (const [suffix, kind] of [
      ["-1", "WEBSITE"],
      ["-1A", "APP"],
    ] as const) {
      const service = { number: `${number}${suffix}`, entityNumber: number, kind, name: "旧名", approvedAt };
      await tx.insert(t.registerServices).values(service);
      for (const one of kind === "WEBSITE" ? [domain, `more-${domain}`] : [domain])
        await tx.insert(t.registerDomains).values({ serviceNumber: service.number, domain: one });
      await openAccess(tx, service.number, OTHER_PROVIDER, approvedAt);
    }
    return ok(null);
  });

/** Takes its website over; every part can be replaced. */
export const access = (given: Given = {}): Given => ({
  ...{ orderType: "ACCESS_FILING", certNo: ELSEWHERE, recordNumber: RECORD, name: "新名有限公司" },
  ...{ domains: ["old.cn"], numbers: [`${RECORD}-1`] },
  ...given,
});

/** The authority's side alone, with that record in its register, in the data directory the test made. */
export async function registerWorld(data: { readonly dispose: () => void }) {
  const clock = setTestClocks(START).business;
  await fileElsewhere();
  let sequence = 0;
  const submit = (given: Given): Promise<SubmitAnswer> => {
    sequence += 1;
    return gateway().submit(sequence, payloadOf({ orderId: `order-${sequence}`, ...given }));
  };
  const underReview = async (given: Given): Promise<number> => {
    expect(await submit(given)).toEqual({ kind: "accepted" });
    await verifySms({ phone: LEAD.phone, tail: LEAD.idNoTail, code: await codeFor(LEAD.phone) });
    clock.advance(1000);
    return sequence;
  };
  const approve = (at: number) => approveSubmission(officer, { sequence: at, version: 1 });
  return {
    ...{ clock, submit, underReview, approve },
    approved: async (given: Given): Promise<Notice["body"] | undefined> => {
      expect(await approve(await underReview(given))).toMatchObject({ ok: true });
      return (await gateway().poll(0)).at(-1)?.body;
    },
    served: async (number: string) => (await accessesOf(readStore(), [number])).get(number) ?? [],
    shown: async (number: string) => (await gateway().query({ number }))[0],
    dispose: () => data.dispose(),
  };
}
export type RegisterWorld = Awaited<ReturnType<typeof registerWorld>>;
