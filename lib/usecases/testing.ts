import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { freshDatabase } from "@/db/testing";
import { EXTRAS } from "@/lib/boot/seed/extra-data";
import { KINDS } from "@/lib/boot/seed/kinds-data";
import { APPLICANTS, type ApplicantSeed } from "@/lib/boot/seed/persona-data";
import { seedPersonas } from "@/lib/boot/seed/personas";
import { Applicant } from "@/lib/boot/seed/situations-applicant";
import type { Site } from "@/lib/boot/seed/situations-documents";
import { samplePictures } from "@/lib/boot/seed/situations-pictures";
import { Reviewer, standIn } from "@/lib/boot/seed/situations-staff";
import { setTestClocks, type TestClock } from "@/lib/clock/testing";
import type { Actor } from "@/lib/filing/access";
import { replay } from "@/lib/filing/lifecycle/evolve";
import type { OrderSnapshot } from "@/lib/filing/lifecycle/types";
import { runDueWork } from "@/lib/work/run";
import { loadEvents, loadOrder, type OrderRecord } from "./orders/store";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const SITE: Site = {
  name: "云样例官方站",
  contents: [8],
  remark: "介绍本单位的产品样例与联系方式，不含论坛与交易功能。",
};
export const SECOND_SITE: Site = { ...SITE, name: "云样例帮助中心" };

const SEEDS: readonly ApplicantSeed[] = [...APPLICANTS, ...KINDS, ...EXTRAS];

/** Personas without orders, clocks that stand at a Monday morning, and people who act through the use cases. */
export interface World {
  readonly clock: TestClock;
  /** Sessions, codes and rate limits go by this one. */
  readonly system: TestClock;
  readonly dataDir: string;
  seedOf(id: string): ApplicantSeed;
  actor(id: string): Promise<Actor>;
  applicant(id: string | ApplicantSeed, ...sites: readonly Site[]): Promise<Applicant>;
  /** Somebody at an order that exists already. */
  resume(seed: ApplicantSeed, orderId: string): Promise<Applicant>;
  reviewer(id: string): Promise<Reviewer>;
  /** An order written, complete and submitted. */
  inReview(id: string | ApplicantSeed, ...sites: readonly Site[]): Promise<Applicant>;
  /** The same reviewed and approved, not yet handed over. */
  approved(id: string | ApplicantSeed, ...sites: readonly Site[]): Promise<Applicant>;
  /** Business time passes, and whatever falls due in it is done. */
  pass(ms: number): Promise<void>;
  dispose(): void;
}

export async function newWorld(
  at = "2026-11-23T10:00:00+08:00",
  settings: Readonly<Record<string, string>> = {},
): Promise<World> {
  const data = freshDatabase(settings);
  const { business: clock, system } = setTestClocks(Date.parse(at));
  await seedPersonas();
  const pictures = samplePictures();
  const seedOf = (id: string) => {
    const found = SEEDS.find((seed) => seed.id === id);
    if (found === undefined) throw new Error(`no seed ${id}`);
    return found;
  };
  const world: World = {
    clock,
    system,
    dataDir: data.dataDir,
    seedOf,
    actor: standIn,
    async applicant(who, ...sites) {
      const seed = typeof who === "string" ? seedOf(who) : who;
      return new Applicant(seed, await standIn(seed.id), sites.length > 0 ? sites : [SITE], pictures);
    },
    async resume(seed, orderId) {
      const applicant = await world.applicant(seed);
      return applicant.at(orderId);
    },
    reviewer: async (id) => new Reviewer(await standIn(id)),
    async inReview(id, ...sites) {
      const applicant = await world.applicant(id, ...sites);
      await applicant.start();
      await applicant.fillPeople();
      await applicant.fillWebsites();
      await applicant.checkFiled();
      await applicant.upload(clock);
      await applicant.submit();
      return applicant;
    },
    async approved(id, ...sites) {
      const applicant = await world.inReview(id, ...sites);
      const lin = await world.reviewer("reviewer-lin");
      await lin.claim(applicant.orderId);
      await lin.call(clock, applicant.orderId, "REACHED_OK");
      await lin.approve(applicant.orderId);
      return applicant;
    },
    async pass(ms) {
      clock.advance(ms);
      await runDueWork();
    },
    dispose: () => data.dispose(),
  };
  return world;
}

/** The order as it is now. @throws when it is gone, or is not what its events say. */
export async function orderNow(orderId: string): Promise<OrderRecord> {
  const order = await loadOrder(read(), orderId);
  if (order === undefined) throw new Error(`no order ${orderId}`);
  const told = replay(orderId, await loadEvents(read(), orderId));
  if (JSON.stringify(sorted(told)) !== JSON.stringify(sorted(order.snapshot)))
    throw new Error(`order ${orderId} is not what its events say`);
  return order;
}

const sorted = (order: OrderSnapshot) => Object.entries(order).sort(([a], [b]) => a.localeCompare(b));

export const seen = async (orderId: string) => ({
  orderId,
  version: (await orderNow(orderId)).row.version,
});

export const eventTypes = async (orderId: string): Promise<readonly string[]> =>
  (await loadEvents(read(), orderId)).map(({ type }) => type);

/** Actions and outcomes of the audit about one object. */
export const audited = async (object: string) =>
  read()
    .select({ action: t.auditLog.action, outcome: t.auditLog.outcome, data: t.auditLog.data })
    .from(t.auditLog)
    .where(eq(t.auditLog.object, object));
