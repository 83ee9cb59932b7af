import "server-only";
import { and, eq, notInArray } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { rejectSubmission } from "@/lib/authority/sandbox/usecases/decide";
import { listQueue } from "@/lib/authority/sandbox/usecases/list-queue";
import { readSubmission } from "@/lib/authority/sandbox/usecases/read-submission";
import type { ApplicantSeed } from "@/lib/boot/seed/persona-data";
import { entityOf } from "@/lib/boot/seed/situations-documents";
import { approveAtDesk, verifyBySms } from "@/lib/boot/seed/situations-staff";
import type { Actor } from "@/lib/filing/access";
import type { SectionId } from "@/lib/filing/application/draft-sections";
import { FINAL_STATES } from "@/lib/filing/lifecycle/states";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import type { Result } from "@/lib/filing/shared/result";
import { inventory, type ResourceRecord } from "@/lib/inventory";
import { codeTo } from "../accounts/testing";
import { startCancellation } from "../cancel/start-cancellation";
import { filledIn } from "../cancel/testing";
import { startChange } from "../changes/start-change";
import { edit, smsTo } from "../changes/testing";
import { getServer } from "../codes/get-server";
import { acceptMigration } from "../migration/answer-migration";
import { confirmMigrationCode } from "../migration/confirm-code";
import { startMigration } from "../migration/start-migration";
import { requests } from "../migration/testing";
import { createOrder } from "../orders/create-order";
import { getCheck } from "../orders/get-check";
import { readOwnDraft } from "../orders/own-draft";
import { DAY, MINUTE, SITE, type World } from "../testing";
import type { Order, Place, Who } from "./testing-reference";
import { type Told, toldBy } from "./testing-told";

export const PERSONAS = { A: "fresh-unit", B: "elsewhere-unit", C: "rejected-two" } as const;

/** The accounts of the lives, and what each does with its orders: always through the use cases. */
export class People {
  private constructor(
    readonly world: World,
    readonly actors: Readonly<Record<Who, Actor>>,
    readonly servers: ReadonlyMap<string, ResourceRecord>,
    /** By their place in the reference. */
    readonly codes: { readonly id: string; readonly code: string }[] = [],
  ) {}

  static async of(world: World): Promise<People> {
    const servers = new Map<string, ResourceRecord>();
    const actors = {} as Record<Who, Actor>;
    for (const who of ["A", "B", "C"] as const) {
      const actor = await world.actor(PERSONAS[who]);
      actors[who] = actor;
      for (const [n, server] of (await inventory().list(actor.accountId ?? "")).entries())
        servers.set(`${who}${n}`, server);
    }
    return new People(world, actors, servers);
  }

  seed = (who: Who): ApplicantSeed => this.world.seedOf(PERSONAS[who]);
  /** C is another account of the organiser that A is of. */
  organiser = (who: Who): ApplicantSeed["account"] => this.seed(who === "C" ? "A" : who).account;

  async openOrder(who: Who) {
    const account = this.actors[who].accountId ?? "";
    const open = and(eq(t.orders.accountId, account), notInArray(t.orders.state, [...FINAL_STATES]));
    return read().select().from(t.orders).where(open);
  }
  async orderId(who: Who): Promise<string> {
    const [order] = await this.openOrder(who);
    if (order === undefined) throw new Error(`${who} has no open order`);
    return order.id;
  }
  private placed(place: Place | null, lent: (code: number) => string) {
    if (place === null) throw new Error("nowhere");
    const server = this.servers.get("server" in place ? place.server : lent(place.code));
    if (server === undefined) throw new Error("no such server");
    const resource =
      "server" in place
        ? ({ kind: "RESOURCE", resourceId: server.id } as const)
        : ({ kind: "CODE", code: this.codes[place.code]?.code ?? "" } as const);
    return { resource, ips: [server.publicIp ?? ""], serverLocation: server.province };
  }

  begin = async (who: Who, domain: string): Promise<Told> => {
    const { idNo: certNo, province } = this.organiser(who);
    return toldBy(
      await createOrder(this.actors[who], {
        ...({ nature: 4, certType: 1, service: "WEBSITE" } as const),
        ...{ certNo, province, domain },
      }),
    );
  };

  /** Every page of an order that adds a website, but the documents. */
  async write(order: Order, lent: (code: number) => string): Promise<void> {
    const { who } = order;
    const orderId = await this.orderId(who);
    const { name, place, entity, service } = order;
    const [seed, site] = [this.seed(who), { ...SITE, name }];
    const record = { ...entityOf(seed), ...(entity !== null && { recordNumber: entity }) };
    await this.must(edit(this.actors[who], orderId, "entity", () => record));
    // One lead has one mailbox, whichever domain it is about.
    await (await this.world.applicant(seed, site)).at(orderId).fillPeople();
    const applicant = (await this.world.applicant({ ...seed, domains: order.domains }, site)).at(orderId);
    const where = this.placed(place, lent);
    const number = service !== null && { serviceFilingNumber: service };
    await applicant.fillWebsites((value) => ({ ...value, ...where, ...number }));
    await applicant.checkFiled();
  }

  startChange = async (
    who: Who,
    entityId: string,
    entity: boolean,
    services: readonly string[],
  ): Promise<Told> =>
    toldBy(await startChange(this.actors[who], { entityId, entity, services: [...services] }));

  /** What the change is: other words in the address, another name or place. */
  async writeChange(order: Order, lent: (code: number) => string): Promise<void> {
    const { who, type, name, place } = order;
    const orderId = await this.orderId(who);
    const actor = this.actors[who];
    if (type !== "CHANGE_SERVICE")
      await this.must(
        edit(actor, orderId, "entity", (value) => {
          const before = "commAddress" in value ? (value.commAddress ?? "") : "";
          return {
            ...value,
            commAddress: before.endsWith("附楼") ? before.slice(0, -2) : `${before}附楼`,
          } as never;
        }),
      );
    if (type === "CHANGE_ENTITY") return;
    const own = await readOwnDraft(actor, orderId);
    const id = own.ok ? own.value.draft.application.services[0]?.id : undefined;
    const where = this.placed(place, lent);
    await this.must(
      edit(actor, orderId, `service:${id}` as SectionId, (value) => ({ ...value, ...where, name }) as never),
    );
  }

  async submit(who: Who): Promise<Told> {
    const applicant = await this.world.resume(this.seed(who), await this.orderId(who));
    await applicant.upload(this.world.clock);
    const open = await this.must(getCheck(this.actors[who], { orderId: await this.orderId(who) }));
    const rules = open.blocking.map(({ rule, path }) => `${rule} ${path}`);
    return applicant.submit().then(
      () => null,
      (error: Error) => `${error.message} ${rules.join()}`,
    );
  }
  async answer(who: Who): Promise<void> {
    await (await this.world.resume(this.seed(who), await this.orderId(who))).answerCorrections();
  }
  private async claimed(who: Who) {
    const [orderId, lin] = [await this.orderId(who), await this.world.reviewer("reviewer-lin")];
    await lin.claim(orderId);
    return { orderId, lin };
  }
  /** A reviewer takes it, calls, approves, and it is handed over. */
  async review(who: Who): Promise<void> {
    const { orderId, lin } = await this.claimed(who);
    await lin.call(this.world.clock, orderId, "REACHED_OK");
    await lin.approve(orderId);
    await this.settle(11);
  }
  /** A reviewer takes it and finds something to mend. */
  async sendBack(who: Who): Promise<void> {
    const { orderId, lin } = await this.claimed(who);
    await lin.reject(orderId, () => [{ code: "OTHER", target: "order", suggestion: "请补充说明" }]);
    await this.settle();
  }
  async settle(minutes = 1): Promise<void> {
    await this.world.pass(minutes * MINUTE);
    await this.world.pass(MINUTE);
  }
  async verify(who: Who): Promise<void> {
    for (const { phone1 = "", idNo = "" } of await smsTo(await this.orderId(who)))
      await verifyBySms({ name: "", phone: phone1, idNo });
    await this.settle();
  }
  async approve(who: Who): Promise<Told> {
    const officer = await this.world.actor("officer");
    const told = await approveAtDesk(officer, this.organiser(who).realName).then(
      () => null,
      (error: Error) => error.message,
    );
    await this.settle();
    return told;
  }
  async reject(who: Who): Promise<void> {
    const officer = await this.world.actor("officer");
    const queue = await listQueue(officer, { view: "review" });
    const row = queue.ok
      ? queue.value.rows.find((one) => one.organiser === this.organiser(who).realName)
      : undefined;
    if (row === undefined) throw new Error("nothing to reject");
    const { sequence, version } = await this.must(readSubmission(officer, row.sequence));
    const items = [{ code: "ORGANIZER_CONFLICT", target: "order", text: null }];
    await this.must(rejectSubmission(officer, { sequence, version, items }));
    await this.settle();
  }

  async cancel(who: Who, target: CancelTarget, lastService: boolean): Promise<Told> {
    // Codes to one phone are counted by the hour.
    this.world.system.advance(DAY);
    const input = await filledIn(this.world, target, "PHONE", PERSONAS[who]).catch(
      (error: Error) => error.message,
    );
    if (typeof input === "string") return input;
    const told = toldBy(await startCancellation(this.actors[who], { ...input, lastService }));
    await this.settle();
    return told;
  }
  async move(from: Who, to: Who, entityId: string): Promise<Told> {
    this.world.system.advance(DAY);
    const asked = await startMigration(this.actors[from], {
      entityId,
      accountId: this.actors[to].accountId ?? "",
    });
    if (!asked.ok) return toldBy(asked);
    const known = async () => {
      const row = (await requests()).at(-1);
      return { migrationId: row?.id ?? "", version: row?.version ?? 0 };
    };
    const code = await codeTo(this.seed("A").lead.phone);
    await this.must(confirmMigrationCode(this.actors[from], { ...(await known()), code }));
    await this.must(acceptMigration(this.actors[to], await known()));
    return null;
  }
  /** The code itself, as its owner reads it on the page of his server. */
  async learn(who: Who, resourceId: string, codeId: string): Promise<void> {
    const page = await this.must(getServer(this.actors[who], { resourceId }));
    const row = "silent" in page ? undefined : page.codes.rows.find(({ id }) => id === codeId);
    if (row === undefined) throw new Error("a code that was made is not shown");
    this.codes.push({ id: codeId, code: row.code });
  }
  async known(index: number): Promise<{ codeId: string; version: number }> {
    const id = this.codes[index]?.id ?? "";
    const [row] = await read().select().from(t.authCodes).where(eq(t.authCodes.id, id));
    return { codeId: id, version: row?.version ?? 0 };
  }
  async must<T>(done: Promise<Result<T>>): Promise<T> {
    const result = await done;
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  }
}
