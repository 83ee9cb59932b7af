import "server-only";
import { randomBytes } from "node:crypto";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import type { ReplayClock } from "@/lib/clock/replay";
import type { Actor } from "@/lib/filing/access";
import { ANSWER_FILES, answerSubject } from "@/lib/filing/application/answer-files";
import {
  type DraftSave,
  readSection,
  type SectionId,
  type SectionValue,
  type ServiceSection,
} from "@/lib/filing/application/draft-sections";
import { newPartId } from "@/lib/filing/application/edit";
import { dayOf } from "@/lib/filing/policy/calendar/time";
import { DECLARED_IN_FORCE } from "@/lib/filing/policy/declarations";
import { inventory } from "@/lib/inventory";
import { giveConsent } from "@/lib/usecases/materials/give-consent";
import { listSlots, type SlotView } from "@/lib/usecases/materials/list-slots";
import { uploadMaterial } from "@/lib/usecases/materials/upload-material";
import { answerCorrection } from "@/lib/usecases/orders/answer-correction";
import { requestCallback } from "@/lib/usecases/orders/command-order";
import { createOrder } from "@/lib/usecases/orders/create-order";
import { editServiceList } from "@/lib/usecases/orders/edit-services";
import { getSection } from "@/lib/usecases/orders/get-section";
import { openCorrections } from "@/lib/usecases/orders/open-corrections";
import { readOwnDraft } from "@/lib/usecases/orders/own-draft";
import { saveDraft } from "@/lib/usecases/orders/save-draft";
import { submitOrder } from "@/lib/usecases/orders/submit-order";
import type { ApplicantSeed } from "./persona-data";
import {
  entityOf,
  kindOf,
  mailOf,
  peopleOf,
  personOf,
  type Site,
  serviceOf,
  startOf,
} from "./situations-documents";
import type { samplePictures } from "./situations-pictures";
import { must } from "./situations-replay";

const UPLOAD_TAKES_MS = 35_000;
const LETTER_AGE_MS = 2 * 86_400_000;

/** An applicant at his one order: every method is what he would do in the console. */
export class Applicant {
  private id: string | null = null;

  constructor(
    readonly seed: ApplicantSeed,
    private readonly actor: Actor,
    private readonly sites: readonly Site[],
    private readonly pictures: ReturnType<typeof samplePictures>,
  ) {}

  get orderId(): string {
    if (this.id === null) throw new Error(`${this.seed.id} has not started an order`);
    return this.id;
  }

  /** The same applicant, back at an order he has. */
  at(orderId: string): this {
    this.id = orderId;
    return this;
  }

  private own = () => must("reading", readOwnDraft(this.actor, this.orderId));

  private async save(build: (baseVersion: number) => DraftSave): Promise<void> {
    const { draft } = await this.own();
    const save = build(draft.version);
    await must(`saving ${save.section}`, saveDraft(this.actor, { ...save, orderId: this.orderId }));
  }

  /** How many services he has, and with several a second person leads the last. */
  get services(): number {
    return this.sites.length;
  }

  /** Saves a section, of services the first one's, as `change` makes it of what stands there. */
  async edit(
    part: "entity" | "people" | "service",
    change: (value: SectionValue) => SectionValue,
  ): Promise<void> {
    const { application } = (await this.own()).draft;
    const section: SectionId = part === "service" ? `service:${application.services[0]?.id}` : part;
    const before = readSection(application, section);
    if (before === undefined) throw new Error(`no ${section}`);
    await this.save((baseVersion) => ({ section, baseVersion, value: change(before) }) as DraftSave);
  }

  async start(): Promise<void> {
    this.id = (await must("starting", createOrder(this.actor, startOf(this.seed, this.sites[0])))).orderId;
    await this.save((baseVersion) => ({ section: "entity", baseVersion, value: entityOf(this.seed) }));
    // The first service is there already.
    for (const site of this.sites.slice(1)) {
      const operation = { op: "add", kind: kindOf(site) } as const;
      await must("adding", editServiceList(this.actor, { orderId: this.orderId, operation }));
    }
  }

  /** The first person leads everything, but the last service where there is a second person. */
  async fillPeople(): Promise<void> {
    const { application: app } = (await this.own()).draft;
    const first = personOf(app.entity.entityLead ?? "", this.seed.lead, mailOf(this.seed, "lead"));
    const { second } = this.seed;
    const people = [first];
    if (second && this.sites.length > 1)
      people.push(personOf(newPartId("ppl", randomBytes), second, mailOf(this.seed, "second")));
    const last = app.services.at(-1)?.id;
    const leads = app.services.map(({ id }) => [id, (id === last ? people.at(-1) : first)?.id ?? ""]);
    const value = peopleOf(this.seed, people, Object.fromEntries(leads));
    await this.save((baseVersion) => ({ section: "people", baseVersion, value }));
  }

  /** Name and kind of document are there; number, dates and phones are still to come. */
  async fillPeopleHalf(): Promise<void> {
    const { application: app } = (await this.own()).draft;
    const { id, name, idType } = personOf(app.entity.entityLead ?? "", this.seed.lead, "");
    const leads = Object.fromEntries(app.services.map((service) => [service.id, id]));
    const value = peopleOf(this.seed, [{ id, name, idType }], leads);
    await this.save((baseVersion) => ({ section: "people", baseVersion, value }));
  }

  /** Fills the page of every website and APP; `change` says what is different from a page in order. */
  async fillWebsites(change: (value: ServiceSection) => ServiceSection = (value) => value): Promise<void> {
    const { application: app } = (await this.own()).draft;
    for (const [index, site] of this.sites.entries()) {
      const id = app.services[index]?.id ?? "";
      const value = change(serviceOf(site, await this.placed(index, id)));
      await this.save((baseVersion) => ({ section: `service:${id}`, baseVersion, value }));
    }
  }

  private async placed(index: number, id: string) {
    const servers = await inventory().list(this.actor.accountId ?? "");
    const server = servers[index % servers.length];
    if (server === undefined) throw new Error(`${this.seed.id} has no server`);
    return {
      id,
      // A website and an APP may share a domain.
      domain: this.seed.domains[index] ?? this.seed.domains[0] ?? "",
      resourceId: server.id,
      serverLocation: server.province,
      ip: server.publicIp,
      unit: this.seed.account.kind === "unit",
    };
  }

  /** Looks at what is filed already and finds it in order, where the order asks for it. */
  async checkFiled(): Promise<void> {
    const input = { orderId: this.orderId, section: "filed" } as const;
    const opened = await getSection(this.actor, input);
    const value = opened.ok ? opened.value.value : undefined;
    if (value === undefined || !("filedServices" in value)) return;
    const good = { opens: true, hasContent: true, showsNumber: true, titleFits: true, natureFits: true };
    const filedServices = value.filedServices.map((row) => ({ ...row, ...good, showsCopyright: true }));
    await this.save((baseVersion) => ({ section: "filed", baseVersion, value: { filedServices } }));
  }

  /** Every slot that is asked for and still empty; `only` picks some, and replaces what is there. */
  async upload(time: Pick<ReplayClock, "advance">, only?: (slot: SlotView) => boolean): Promise<void> {
    const { slots, consents } = await must("slots", listSlots(this.actor, { orderId: this.orderId }));
    const empty = (slot: SlotView) => !slot.optional && slot.sides.some(({ filled }) => filled === null);
    const chosen = slots.filter(only ?? empty);
    for (const { kind, version, given } of consents)
      if (given === null && chosen.some(({ consent }) => consent === kind))
        await must("consenting", giveConsent(this.actor, { orderId: this.orderId, kind, version }));
    for (const slot of chosen) {
      for (const { side } of slot.sides) {
        time.advance(UPLOAD_TAKES_MS);
        await this.uploadSide(slot, side);
      }
    }
  }

  private async uploadSide({ code, subject, dated }: SlotView, side: SlotView["sides"][number]["side"]) {
    const { bytes, sha256 } = await this.pictures(code, side);
    const input = {
      orderId: this.orderId,
      ...{ code, subject, side },
      documentDate: dated ? dayOf(clock().now() - LETTER_AGE_MS) : null,
      announced: { bytes: bytes.byteLength, sha256 },
      body: once(bytes),
    };
    await must(`uploading ${code}`, uploadMaterial(this.actor, input));
  }

  /** A picture beside the answer to the oldest open rejection item. */
  async attachToAnswer(): Promise<void> {
    const [item] = await openCorrections(read(), (await this.own()).order);
    if (item === undefined) throw new Error(`${this.seed.id} has nothing to answer`);
    const { code, side } = ANSWER_FILES;
    const { bytes, sha256 } = await this.pictures("OTHER", side);
    const input = {
      orderId: this.orderId,
      ...{ code, side, subject: answerSubject(item.id), documentDate: null },
      announced: { bytes: bytes.byteLength, sha256 },
      body: once(bytes),
    };
    await must("attaching", uploadMaterial(this.actor, input));
  }

  async answerCorrections(): Promise<void> {
    const { order } = await this.own();
    for (const { id } of await openCorrections(read(), order)) {
      const answer = {
        orderId: this.orderId,
        correctionId: id,
        answer: { kind: "fixed", text: "" } as const,
      };
      await must("answering", answerCorrection(this.actor, answer));
    }
  }

  async submit(): Promise<void> {
    const { version } = (await this.own()).draft;
    const input = { orderId: this.orderId, version, declarations: DECLARED_IN_FORCE };
    await must("submitting", submitOrder(this.actor, input));
  }

  /** For every lead who was missed. */
  async askForCall(): Promise<void> {
    const { snapshot } = (await this.own()).order;
    const input = { orderId: this.orderId, when: "any" } as const;
    for (const [personId, { requestedAt }] of Object.entries(snapshot.callbacks))
      if (requestedAt === null)
        await must("asking for a call", requestCallback(this.actor, { ...input, personId }));
  }
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
