import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { sendUnasked } from "@/lib/authority/sandbox/usecases/desk-register";
import { deleteCode } from "../codes/change-code";
import { createCode } from "../codes/create-code";
import { abandonOrder, resubmitToAuthority, withdrawOrder } from "../orders/command-order";
import { DAY, HOUR } from "../testing";
import type { People, Told } from "./testing-people";
import {
  type Cancelling,
  type Changing,
  type Code,
  type Entity,
  type Order,
  PLACES,
  type Place,
  type Reference,
  type Service,
  type Type,
  type Who,
} from "./testing-reference";

/** One wish of somebody; `n` picks among whatever there is to pick from. */
export type Step =
  | {
      readonly do: "file" | "change" | "cancel";
      readonly who: Who;
      readonly n: number;
      readonly kind: number;
    }
  | { readonly do: "on" | "quit" | "back" | "reject"; readonly who: Who }
  | { readonly do: "lend" | "unlend"; readonly who: Who; readonly n: number }
  | { readonly do: "move" | "strike"; readonly n: number }
  | { readonly do: "lapse" };

const CHANGES = ["CHANGE_SERVICE", "CHANGE_SERVICE", "CHANGE_ENTITY", "CHANGE_FILING"] as const;
const CANCELS = ["CANCEL_SERVICE", "CANCEL_ACCESS", "CANCEL_ENTITY"] as const;
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Takes each wish to the product and to the reference, and tells how the two answered. */
export class Lives {
  /** What came of it, in a line: read when a life goes wrong. */
  readonly told: string[] = [];

  constructor(
    private readonly people: People,
    private readonly ref: Reference,
    private readonly domains: Readonly<Record<Who, readonly string[]>>,
  ) {}

  /** @returns the two answers; null: there was nothing to do. Who has nothing yet begins with something. */
  async take(step: Step): Promise<readonly [expected: Told, actual: Told] | null> {
    for (const one of this.tries(step)) {
      const said = await this.answer(one);
      this.told.push(`${JSON.stringify(one)} → ${said === null ? "nothing to do" : (said[1] ?? "done")}`);
      if (said !== null) return said;
      this.told.pop();
    }
    return null;
  }
  /** Mostly people do what can be done; now and then they try what cannot. */
  private tries(step: Step): readonly Step[] {
    if (!("who" in step)) return [step];
    const n = "n" in step ? step.n : this.told.length;
    const given = this.ref.of("C") !== null;
    // One organiser, two accounts: who has nothing leaves it to the other.
    const who = n % 6 === 0 || step.who === "B" ? step.who : given ? "C" : "A";
    const own: Step = { ...step, who };
    const on = { do: "on", who } as const;
    if ("kind" in own && this.ref.orders.has(who) && n % 6 > 0) return [on];
    const doing = (["file", "change", "cancel"] as const)[n % 3] ?? "file";
    const next = [doing, "file" as const].map((one): Step => ({ do: one, who, n, kind: n >> 2 }));
    return [own, on, ...(who === "C" && !given ? [{ do: "move", n } as const] : next)];
  }

  private answer(step: Step): Promise<readonly [Told, Told] | null> {
    switch (step.do) {
      case "file":
        return this.file(step.who, step.n, step.kind);
      case "change":
        return this.change(step.who, step.n, CHANGES[step.kind % 4] ?? CHANGES[0]);
      case "cancel":
        return this.cancel(step.who, step.n, CANCELS[step.kind % 3] ?? CANCELS[0]);
      case "on":
        return this.on(step.who);
      case "quit":
      case "back":
        return this.leave(step.who, step.do);
      case "reject":
        return this.reject(step.who);
      case "lend":
        return this.lend(step.who, step.n);
      case "unlend":
        return this.unlend(step.who, step.n);
      case "move":
        return this.move(step.n);
      case "strike":
        return this.strike(step.n);
      case "lapse":
        return this.lapse();
    }
  }

  private readonly lent = (code: number): string => this.ref.codes[code]?.server ?? "";
  private serversOf = (who: Who) => [...this.people.servers.keys()].filter((name) => name.startsWith(who));
  private async rowOf({ number }: Entity): Promise<string> {
    const [row] = await read().select().from(t.entities).where(eq(t.entities.number, number));
    return row?.id ?? "";
  }
  private async serviceRow({ number }: Service): Promise<string> {
    const [row] = await read().select().from(t.services).where(eq(t.services.number, number));
    return row?.id ?? "";
  }

  private async file(who: Who, n: number, kind: number): Promise<readonly [Told, Told] | null> {
    const domain = pick(this.domains[who], n);
    if (domain === undefined) return null;
    const may = this.ref.adding(who, domain);
    const actual = await this.people.begin(who, domain);
    if ("why" in may) return [may.why, actual];
    if (actual !== null) return [null, actual];
    const free = this.ref.codes.findIndex((one) => one.to === who && one.state === "UNUSED" && !one.gone);
    const server = pick(this.serversOf(who), kind) ?? "";
    const place: Place = kind % 2 === 0 && free >= 0 ? { code: free } : { server };
    const taken = may.type.startsWith("ACCESS") ? this.ref.website(domain)?.service : undefined;
    const record = may.type === "FIRST_FILING" ? null : this.ref.record(this.ref.certs[who]);
    const order: Order = {
      ...{ who, type: may.type, cert: this.ref.certs[who], stage: "draft", domains: [domain] },
      ...{ entity: record?.number ?? null, service: taken?.number ?? null, place },
      name: taken?.name ?? `云样例${["官方", "帮助", "资料"][this.domains[who].indexOf(domain)]}站`,
    };
    this.ref.open(order);
    await this.people.write(order, this.lent);
    return [null, null];
  }

  /** What an account has, or had here: the newest first, so that ended ones are asked for now and then. */
  private held(
    who: Who,
    n: number,
  ): { readonly entity: Entity; readonly service: Service | undefined } | null {
    const had = this.ref.entities.filter((one) => one.owner === who).reverse();
    const entity = had[n % 7 === 6 ? 1 : 0] ?? had[0];
    return entity === undefined
      ? null
      : {
          entity,
          service: pick(
            entity.services.filter((one) => one.known),
            n,
          ),
        };
  }

  private async change(who: Who, n: number, type: Changing): Promise<readonly [Told, Told] | null> {
    const held = this.held(who, n);
    if (held?.service === undefined) return null;
    const { entity, service } = held;
    const reasons = [
      ...(type === "CHANGE_SERVICE" ? [] : [this.ref.whyNot(entity, null)]),
      ...(type === "CHANGE_ENTITY" ? [] : [this.ref.whyNot(entity, service)]),
    ];
    const expected = reasons.find((why) => why !== null) ?? null;
    const ids = type === "CHANGE_ENTITY" ? [] : [await this.serviceRow(service)];
    const actual = await this.people.startChange(
      who,
      await this.rowOf(entity),
      type !== "CHANGE_SERVICE",
      ids,
    );
    if (expected !== null || actual !== null) return [expected, actual];
    const byCode =
      service.here !== null && "code" in service.here && this.ref.codes[service.here.code]?.to === who;
    const place = byCode ? service.here : { server: pick(this.serversOf(who), n) ?? "" };
    const name = service.name.endsWith("新站")
      ? service.name.replace(/新站$/, "站")
      : `${service.name.replace(/站$/, "")}新站`;
    const order: Order = {
      ...{
        who,
        type,
        cert: entity.cert,
        stage: "draft",
        domains: service.domains,
        entity: entity.number,
        place,
      },
      ...{ name, service: type === "CHANGE_ENTITY" ? null : service.number },
    };
    this.ref.open(order);
    await this.people.writeChange(order, this.lent);
    return [null, null];
  }

  private async cancel(who: Who, n: number, type: Cancelling): Promise<readonly [Told, Told] | null> {
    const held = this.held(who, n);
    if (held?.service === undefined) return null;
    const { entity } = held;
    const service = type === "CANCEL_ENTITY" ? null : held.service;
    const why = this.ref.whyNot(entity, service);
    const target = {
      type,
      entityId: await this.rowOf(entity),
      services: service ? [await this.serviceRow(service)] : [],
    };
    const last = type === "CANCEL_SERVICE" && this.ref.leavesShell(entity, held.service);
    const actual = await this.people.cancel(who, target, last);
    if (why !== null || actual !== null) return [why && `cancel.${why}`, actual];
    const { cert, number } = entity;
    this.ref.open({
      ...{ who, type, cert, entity: number, service: service?.number ?? null, name: "", place: null },
      ...{ domains: service?.domains ?? [], stage: type === "CANCEL_ACCESS" ? "desk" : "sms" },
    });
    return [null, null];
  }

  /** The next thing that has to happen to an order happens. */
  private async on(who: Who): Promise<readonly [Told, Told] | null> {
    const order = this.ref.orders.get(who);
    if (order === undefined) return null;
    this.told.push(`${who}: ${order.type} ${order.entity} ${order.service} ${order.domains.join()} at ${order.stage}`);
    switch (order.stage) {
      case "rejected":
        await this.people.answer(who);
        return this.submit(order);
      case "draft":
        return this.submit(order);
      case "review":
        if (!this.ready(order)) return null;
        await this.people.review(who);
        order.stage = "sms";
        return [null, null];
      case "failed": {
        if (!this.ready(order)) return null;
        const orderId = await this.people.orderId(who);
        await this.people.must(resubmitToAuthority(this.people.actors[who], { orderId }));
        await this.people.settle();
        order.stage = "sms";
        return [null, null];
      }
      case "sms":
        await this.people.verify(who);
        order.stage = "desk";
        return [null, null];
      case "desk":
        return this.decide(order);
    }
  }
  private async submit(order: Order): Promise<readonly [Told, Told]> {
    // What is filed may make it an order of another type; the record it names stays the same.
    const now = isAdding(order) ? this.ref.typeOf(order.who, order.domains[0] ?? "") : null;
    const type = now === null ? order.type : "type" in now ? now.type : null;
    const expected = type !== null && this.ready({ ...order, type }) && this.room(order) ? null : "refused";
    const actual = await this.people.submit(order.who);
    if (expected === null && actual === null && type !== null) {
      const service = isAdding(order) && !type.startsWith("ACCESS") ? null : order.service;
      const entity = type === "FIRST_FILING" ? null : order.entity;
      Object.assign(order, { stage: "review", type, service, entity });
    }
    return [expected, expected !== null && actual !== null ? expected : actual];
  }
  private async decide(order: Order): Promise<readonly [Told, Told]> {
    const granted = this.ref.possible(order);
    const actual = await this.people.approve(order.who);
    if (granted) this.ref.grant(order.who);
    return [granted ? null : "refused", granted || actual === null ? actual : "refused"];
  }
  /** What it is about is filed as its type says. */
  private ready(order: Order): boolean {
    const record = this.ref.record(order.cert);
    if (!isAdding(order)) return this.ref.possible(order) && !(record !== null && this.ref.isShell(record));
    const now = this.ref.typeOf(order.who, order.domains[0] ?? "");
    const named = record === null || order.entity === null || record.number === order.entity;
    return "type" in now && now.type === order.type && named;
  }
  /** The server has a place left; what stands on it already has one. */
  private room({ place, service }: Order): boolean {
    if (place === null || "code" in place) return true;
    const here = service === null ? null : (this.ref.service(service)?.here ?? null);
    const own = here !== null && "server" in here && here.server === place.server ? 1 : 0;
    return this.ref.used(place.server) - own + 1 <= PLACES.own;
  }

  /** Giving up, and taking back what nobody reviews yet. */
  private async leave(who: Who, how: "quit" | "back"): Promise<readonly [Told, Told] | null> {
    const order = this.ref.orders.get(who);
    if (order === undefined) return null;
    const orderId = await this.people.orderId(who);
    const give = how === "quit" ? abandonOrder : withdrawOrder;
    const done = await give(this.people.actors[who], { orderId });
    const may = how === "quit" ? !["sms", "desk"].includes(order.stage) : order.stage === "review";
    if (may && how === "quit") this.ref.drop(who);
    if (may && how === "back") order.stage = "draft";
    return [may ? null : "refused", done.ok ? null : "refused"];
  }
  private async reject(who: Who): Promise<readonly [Told, Told] | null> {
    const order = this.ref.orders.get(who);
    if (order?.stage !== "desk") return null;
    await this.people.reject(who);
    if (isCancel(order.type)) this.ref.drop(who);
    else order.stage = "rejected";
    return [null, null];
  }

  private async lend(who: Who, n: number): Promise<readonly [Told, Told] | null> {
    const server = pick(this.serversOf(who), n);
    const to = pick(["A", "B"] as const, n >> 1) ?? "A";
    const resourceId = this.people.servers.get(server ?? "")?.id;
    if (server === undefined || resourceId === undefined) return null;
    const expected = this.ref.lent(server) < PLACES.codes ? null : "lending.no-quota";
    const actor = this.people.actors[who];
    const accountId = this.people.actors[to].accountId ?? "";
    const made = await createCode(actor, { resourceId, accountId, remark: "" });
    if (!made.ok) return [expected, made.error.reason ?? made.error.code];
    await this.people.learn(who, resourceId, made.value.codeId);
    this.ref.codes.push({ server, owner: who, to, state: "UNUSED", usedFor: null, gone: false });
    return [expected, null];
  }
  private async unlend(who: Who, n: number): Promise<readonly [Told, Told] | null> {
    const own = this.ref.codes.filter((one: Code) => one.owner === who && !one.gone);
    const code = pick(own, n);
    if (code === undefined) return null;
    const known = await this.people.known(this.ref.codes.indexOf(code));
    const done = await deleteCode(this.people.actors[who], known);
    if (code.state === "UNUSED") code.gone = true;
    return [code.gone ? null : "lending.delete-used", done.ok ? null : (done.error.reason ?? "refused")];
  }

  private async move(n: number): Promise<readonly [Told, Told] | null> {
    const [from, to] = this.ref.of("C") === null ? (["A", "C"] as const) : (["C", "A"] as const);
    const entity = this.ref.of(from);
    if (entity === null || (this.ref.orders.has(from) && n % 4 === 0)) return null;
    const expected = this.ref.moving(entity, to);
    const actual = await this.people.move(from, to, await this.rowOf(entity));
    if (expected === null) this.ref.move(entity, to);
    return [expected, actual];
  }
  private async strike(n: number): Promise<readonly [Told, Told] | null> {
    const living = this.ref.entities.filter(({ ended }) => !ended);
    const numbers = living.flatMap((one) => [
      one.number,
      ...this.ref.living(one).map(({ number }) => number),
    ]);
    const number = pick(numbers, n);
    if (number === undefined) return null;
    await this.people.must(
      sendUnasked(await this.people.world.actor("officer"), { number, what: "cancelled" }),
    );
    await this.people.settle();
    this.ref.strike(number);
    this.told.push(`${number} is struck off`);
    return [null, null];
  }
  /** Nobody verifies for a day. What lapsed once already would be sent again by itself. */
  private async lapse(): Promise<readonly [Told, Told] | null> {
    const orders = [...this.ref.orders.values()];
    if (orders.some(({ stage }) => stage === "failed")) return null;
    await this.people.world.pass(DAY + HOUR);
    await this.people.settle();
    for (const order of orders.filter(({ stage }) => stage === "sms"))
      if (isCancel(order.type)) this.ref.drop(order.who);
      else order.stage = "failed";
    return [null, null];
  }
}

const isAdding = ({ type }: Order): boolean => !/^(CHANGE|CANCEL)/.test(type);
const isCancel = (type: Type): boolean => type.startsWith("CANCEL");
