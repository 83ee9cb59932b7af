import "server-only";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import { codeTo } from "../accounts/testing";
import { verifyRealName } from "../accounts/verify-real-name";
import { HOUR, MINUTE, type World } from "../testing";
import { acceptMigration } from "./answer-migration";
import { confirmMigrationCode } from "./confirm-code";
import { startMigration } from "./start-migration";

/** Lets the authority have what was approved here, and approve it. */
export async function getApproved(world: World, applicant: Applicant): Promise<void> {
  await world.pass(10 * MINUTE);
  await world.pass(5_000);
  await verifyBySms(applicant.seed.lead);
  await world.pass(HOUR);
  await approveAtDesk(await world.actor("officer"), applicant.seed.account.realName);
  await world.pass(5_000);
}

export async function requests() {
  return read().select().from(t.filingMigrations);
}

/** A unit that has something filed, and another account of the same unit. */
export class Pair {
  constructor(
    private readonly world: World,
    readonly from: Actor,
    readonly to: Actor,
    readonly entityId: string,
  ) {}

  static async of(world: World, applicant: Applicant, to = "rejected-two"): Promise<Pair> {
    const from = await world.actor(applicant.seed.id);
    const taker = await world.actor(to);
    const { realName: name, idNo } = applicant.seed.account;
    const verified = await verifyRealName(taker, { kind: "unit", name, certType: null, idNo });
    if (!verified.ok) throw new Error(verified.error.reason ?? verified.error.code);
    const [entity] = await read().select().from(t.entities);
    if (entity === undefined) throw new Error("nothing filed");
    return new Pair(world, from, taker, entity.id);
  }

  get phone(): string {
    return this.world.seedOf("fresh-unit").lead.phone;
  }

  start = (accountId = this.to.accountId ?? "", who = this.from) =>
    startMigration(who, { entityId: this.entityId, accountId });

  /** The newest request, as the page of either side knows it. */
  async known() {
    const row = (await requests()).at(-1);
    if (row === undefined) throw new Error("no request");
    return { migrationId: row.id, version: row.version };
  }

  async confirm(code?: string, who = this.from) {
    return confirmMigrationCode(who, { ...(await this.known()), code: code ?? (await codeTo(this.phone)) });
  }

  /** Started and proven: the other account sees it. */
  async offer(): Promise<void> {
    for (const done of [await this.start(), await this.confirm()])
      if (!done.ok) throw new Error(done.error.reason ?? done.error.code);
  }

  accept = async (who = this.to) => acceptMigration(who, await this.known());

  async holder(): Promise<string | undefined> {
    return (await read().select().from(t.entities))[0]?.accountId;
  }
}
