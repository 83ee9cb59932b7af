/**
 * What random lives of accounts must come to, as plain maps and in the words of DF §2.1–§2.4, §3.3 and §11: nothing of
 * the product's rules is used here, so that a mistake there is not repeated here.
 */
export type Who = "A" | "B" | "C";
export type Place = { readonly server: string } | { readonly code: number };
export interface Service {
  readonly number: string;
  readonly kind: "WEBSITE" | "APP";
  readonly domains: readonly string[];
  name: string;
  ended: boolean;
  /** Filed or opened through this provider at some time. */
  known: boolean;
  /** Served here now, and on what. */
  here: Place | null;
  elsewhere: boolean;
}
export interface Entity {
  readonly number: string;
  readonly cert: string;
  /** The account that has it here; null: not known here. */
  owner: Who | null;
  ended: boolean;
  readonly services: Service[];
}
export type Adding =
  | "FIRST_FILING"
  | "NEW_SERVICE_LOCAL"
  | "NEW_SERVICE_FOREIGN"
  | "ACCESS_FILING"
  | "ACCESS_SERVICE";
export type Changing = "CHANGE_ENTITY" | "CHANGE_SERVICE" | "CHANGE_FILING";
export type Cancelling = "CANCEL_ENTITY" | "CANCEL_SERVICE" | "CANCEL_ACCESS";
export type Type = Adding | Changing | Cancelling;
/** Where an order is: with its writer, the provider, the leads' phones, the officer; or it came back from either. */
export type Stage = "draft" | "review" | "returned" | "sms" | "failed" | "desk" | "rejected";
export interface Order {
  readonly who: Who;
  type: Type;
  readonly cert: string;
  stage: Stage;
  /** Number of the record and of the service it is about, where they are filed. */
  entity: string | null;
  service: string | null;
  readonly domains: readonly string[];
  readonly name: string;
  readonly place: Place | null;
}
export interface Code {
  readonly server: string;
  readonly owner: Who;
  to: Who;
  state: "UNUSED" | "IN_USE" | "USED";
  usedFor: string | null;
  gone: boolean;
}

/** Places of a server: own services, and codes. Small, so that they run out. */
export const PLACES = { own: 2, codes: 2 } as const;

export class Reference {
  readonly entities: Entity[] = [];
  readonly codes: Code[] = [];
  readonly orders = new Map<Who, Order>();
  /** Records a province has numbered this year. */
  readonly serials = new Map<string, number>();

  constructor(
    readonly certs: Readonly<Record<Who, string>>,
    private readonly province: (cert: string) => string,
  ) {}

  /** The organiser's record at the authority: of several the newest. */
  record = (cert: string): Entity | null =>
    this.entities.filter((one) => one.cert === cert && !one.ended).at(-1) ?? null;
  /** The record an account has here. */
  of = (who: Who): Entity | null => this.entities.findLast((one) => one.owner === who && !one.ended) ?? null;
  service = (number: string): Service | undefined =>
    this.entities.flatMap(({ services }) => services).find((one) => one.number === number);
  living = ({ services }: Entity): readonly Service[] => services.filter(({ ended }) => !ended);
  isShell = (entity: Entity): boolean => !entity.ended && this.living(entity).length === 0;
  website = (domain: string) =>
    this.entities
      .filter(({ ended }) => !ended)
      .flatMap((entity) => this.living(entity).map((service) => ({ entity, service })))
      .find(({ service }) => service.kind === "WEBSITE" && service.domains.includes(domain));

  /** DF §2.1: which order adds this domain, or why none can. */
  adding(who: Who, domain: string): { readonly type: Adding } | { readonly why: string } {
    return this.orders.has(who) ? { why: "order.too-many-open" } : this.typeOf(who, domain);
  }
  /** The same for an order that is being written: what is filed may have moved under it. */
  typeOf(who: Who, domain: string): { readonly type: Adding } | { readonly why: string } {
    const cert = this.certs[who];
    const busy: readonly Stage[] = ["review", "sms", "failed", "desk"];
    const others = [...this.orders.values()].filter((one) => one.who !== who && one.cert === cert);
    if (others.some(({ stage }) => busy.includes(stage))) return { why: "ORGANIZER_CONFLICT" };
    const record = this.record(cert);
    if (
      this.entities.some((one) => one.cert === cert && !one.ended && one.owner !== null && one.owner !== who)
    )
      return { why: "ENTITY_IN_OTHER_ACCOUNT" };
    const filed = this.website(domain);
    if (record === null) return { type: "FIRST_FILING" };
    if (filed === undefined) {
      if (this.isShell(record)) return { why: "SHELL_ENTITY" };
      return { type: record.owner === who ? "NEW_SERVICE_LOCAL" : "NEW_SERVICE_FOREIGN" };
    }
    if (filed.entity !== record) return { why: "NUMBER_MISMATCH" };
    if (record.owner !== who) return { type: "ACCESS_FILING" };
    return filed.service.here === null ? { type: "ACCESS_SERVICE" } : { why: "NOTHING_TO_ADD" };
  }

  /** DF §3.3 last rows, §2.3, §11.3: why a change or cancellation cannot begin now; null: it can. */
  whyNot(entity: Entity, service: Service | null): string | null {
    if (entity.ended || service?.ended) return "ended";
    const known = entity.services.filter((one) => one.known);
    const served = service === null ? known.some(({ here }) => here !== null) : service.here !== null;
    if (!served && !this.isShell(entity)) return "not-served-here";
    if (entity.owner !== null && this.orders.has(entity.owner)) return "open-order";
    return this.isShell(entity) ? "shell" : null;
  }

  /** Would the organiser stand there without any service? */
  leavesShell = (entity: Entity, service: Service): boolean =>
    this.living(entity).every((one) => one === service);

  used = (server: string): number =>
    this.entities
      .flatMap(({ services }) => services)
      .filter(({ here }) => here !== null && "server" in here && here.server === server).length;
  /** Codes that take a place: all there are, but those whose service ended or is served here no more. */
  lent = (server: string): number =>
    this.codes.filter((code) => {
      const service = code.usedFor === null ? undefined : this.service(code.usedFor);
      const over = code.state === "USED" && (service === undefined || service.ended || service.here === null);
      return code.server === server && !code.gone && !over;
    }).length;

  open(order: Order): void {
    this.orders.set(order.who, order);
    if (order.place && "code" in order.place) this.hold(order.place.code, "IN_USE");
  }
  private hold(index: number, state: Code["state"], usedFor: string | null = null): void {
    const code = this.codes[index];
    if (code !== undefined && code.state !== "USED") Object.assign(code, { state, usedFor });
  }
  /** An order that ends without having made anything. */
  drop(who: Who): void {
    const place = this.orders.get(who)?.place;
    if (place && "code" in place) this.hold(place.code, "UNUSED");
    this.orders.delete(who);
  }

  /** What the order asks for is still so that it can be granted. */
  possible({ type, entity, service }: Order): boolean {
    if (type.startsWith("CANCEL")) return true;
    const record = this.entities.find(({ number }) => number === entity);
    if (entity !== null && record?.ended !== false) return false;
    return service === null || this.service(service)?.ended === false;
  }

  /** The authority's yes (DF §2.3, column "Result"). */
  grant(who: Who): void {
    const order = this.orders.get(who);
    if (order === undefined) throw new Error("nothing to grant");
    this.orders.delete(who);
    const record = this.entities.find(({ number }) => number === order.entity) ?? this.open1st(order);
    const service = order.service === null ? null : (this.service(order.service) ?? null);
    if (order.type.startsWith("CANCEL")) this.cancel(order.type, record, service);
    else {
      if (service === null && !order.type.startsWith("CHANGE")) this.add(record, order);
      if (service !== null) Object.assign(service, { name: order.name, here: order.place, known: true });
      record.owner = who;
      const number = service?.number ?? record.services.at(-1)?.number ?? null;
      if (order.place && "code" in order.place) this.hold(order.place.code, "USED", number);
    }
  }
  private open1st({ cert }: Order): Entity {
    const abbr = this.province(cert);
    const serial = (this.serials.get(abbr) ?? 0) + 1;
    this.serials.set(abbr, serial);
    const number = `${abbr}ICP备2026${String(serial).padStart(6, "0")}号`;
    const entity: Entity = { number, cert, owner: null, ended: false, services: [] };
    this.entities.push(entity);
    return entity;
  }
  private add(entity: Entity, { domains, name, place }: Order): void {
    // Every number that ever was counts, so that none comes back.
    const before = entity.services.filter(({ kind }) => kind === "WEBSITE").length;
    const fresh = { kind: "WEBSITE", ended: false, known: true, elsewhere: false } as const;
    entity.services.push({ ...fresh, number: `${entity.number}-${before + 1}`, domains, name, here: place });
  }
  private cancel(type: Type, entity: Entity, service: Service | null): void {
    if (type === "CANCEL_ACCESS" && service !== null) service.here = null;
    if (type === "CANCEL_SERVICE" && service !== null) end(service);
    if (type === "CANCEL_ENTITY") this.strike(entity.number);
  }

  /** The authority strikes a number off by itself; with a record all that is below it. */
  strike(number: string): void {
    for (const entity of this.entities) {
      for (const service of entity.services)
        if (entity.number === number || service.number === number) end(service);
      if (entity.number === number) entity.ended = true;
    }
  }

  /** DF §2.4: why a record cannot go to another account; null: it can. */
  moving(entity: Entity, to: Who): string | null {
    if (this.isShell(entity)) return "migration.from-shell";
    if (entity.owner !== null && this.orders.has(entity.owner)) return "migration.from-order";
    if (this.of(to) !== null) return "migration.to-empty";
    return this.orders.has(to) ? "migration.to-order" : null;
  }
  move(entity: Entity, to: Who): void {
    entity.owner = to;
    const numbers = entity.services.map(({ number }) => number);
    for (const code of this.codes) if (code.usedFor !== null && numbers.includes(code.usedFor)) code.to = to;
  }
}

const end = (service: Service) => Object.assign(service, { ended: true, here: null, elsewhere: false });
