import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { abandonOrder, resubmitToAuthority, withdrawOrder } from "../orders/command-order";
import type { People } from "./testing-people";
import {
  type Cancelling,
  type Changing,
  type Entity,
  type Order,
  PLACES,
  type Place,
  type Reference,
  type Service,
  type Type,
  type Who,
} from "./testing-reference";
import type { Told } from "./testing-told";

/** What was expected, and what came; null: there was nothing to do. */
export type Said = readonly [expected: Told, actual: Told] | null;

export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Takes wishes about orders to the product and to the reference. */
export class Orders {
  /** What came of it, in a line: read when a life goes wrong. */
  readonly told: string[] = [];

  constructor(
    protected readonly people: People,
    protected readonly ref: Reference,
    private readonly domains: Readonly<Record<Who, readonly string[]>>,
  ) {}

  private readonly lent = (code: number): string => this.ref.codes[code]?.server ?? "";
  protected serversOf = (who: Who) => [...this.people.servers.keys()].filter((name) => name.startsWith(who));
  protected async rowOf({ number }: Entity): Promise<string> {
    const [row] = await read().select().from(t.entities).where(eq(t.entities.number, number));
    return row?.id ?? "";
  }
  private async serviceRow({ number }: Service): Promise<string> {
    const [row] = await read().select().from(t.services).where(eq(t.services.number, number));
    return row?.id ?? "";
  }

  protected async file(who: Who, n: number, kind: number): Promise<Said> {
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

  protected async change(who: Who, n: number, type: Changing): Promise<Said> {
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
      ...{ who, type, cert: entity.cert, stage: "draft", name, entity: entity.number },
      domains: service.domains,
      // Of the organiser alone: nothing stands on a server.
      ...(type === "CHANGE_ENTITY" ? { service: null, place: null } : { service: service.number, place }),
    };
    this.ref.open(order);
    await this.people.writeChange(order, this.lent);
    return [null, null];
  }

  protected async cancel(who: Who, n: number, type: Cancelling): Promise<Said> {
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
  protected async on(who: Who): Promise<Said> {
    const order = this.ref.orders.get(who);
    if (order === undefined) return null;
    this.told.push(
      `${who}: ${order.type} ${order.entity} ${order.service} ${order.domains.join()} at ${order.stage}`,
    );
    switch (order.stage) {
      case "returned":
      case "rejected":
        await this.people.answer(who);
        return this.submit(order);
      case "draft":
        return this.submit(order);
      case "review":
        // Now and then a reviewer finds something to mend.
        if (this.told.length % 4 === 0) return this.reject(who);
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
  protected async leave(who: Who, how: "quit" | "back"): Promise<Said> {
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
  /** By whoever has it: a reviewer, who gives it back to its writer, or the authority. */
  protected async reject(who: Who): Promise<Said> {
    const order = this.ref.orders.get(who);
    if (order?.stage === "review") {
      await this.people.sendBack(who);
      order.stage = "returned";
      return [null, null];
    }
    if (order?.stage !== "desk") return null;
    await this.people.reject(who);
    if (isCancel(order.type)) this.ref.drop(who);
    else order.stage = "rejected";
    return [null, null];
  }
}

const isAdding = ({ type }: Order): boolean => !/^(CHANGE|CANCEL)/.test(type);
export const isCancel = (type: Type): boolean => type.startsWith("CANCEL");
