import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { ChangeAbout } from "@/lib/filing/change/consequences";
import type { OpenInspection } from "@/lib/filing/inspection/form";
import type { OpenManual } from "@/lib/filing/manual/form";
import type { CancelTarget } from "@/lib/filing/registry/cancel-input";
import type { Side } from "@/lib/filing/rules/material-types";
import { getCancellation } from "@/lib/usecases/cancel/get-cancellation";
import { sendCancelCode } from "@/lib/usecases/cancel/send-cancel-code";
import { startCancellation } from "@/lib/usecases/cancel/start-cancellation";
import { answerQuestion, askQuestion } from "@/lib/usecases/changes/questions";
import { startChange } from "@/lib/usecases/changes/start-change";
import { openInspection } from "@/lib/usecases/inspection/open-inspection";
import { getOwnInspection } from "@/lib/usecases/inspection/own-inspection";
import { answerInspection, closeInspection } from "@/lib/usecases/inspection/work-inspection";
import { getManual } from "@/lib/usecases/manual/get-manual";
import { openManual } from "@/lib/usecases/manual/open-manual";
import { submitManual } from "@/lib/usecases/manual/submit-manual";
import { uploadManual } from "@/lib/usecases/manual/upload-manual";
import { callTicket } from "@/lib/usecases/manual/work-ticket";
import { listFilings } from "@/lib/usecases/orders/list-filings";
import { readMessages } from "@/lib/usecases/sandbox/message-store";
import { type Applicant, once } from "./situations-applicant";
import type { samplePictures } from "./situations-pictures";
import { must } from "./situations-replay";

/** Which sample stands for which paper of the manual path. */
const PAPERS = {
  ...{ LICENCE: "ORG_CERT", LEGAL_REP_ID: "LEGAL_REP_ID", APPLICANT_ID: "PERSON_ID" },
  ...{ LEAD_ID: "PERSON_ID", HANDHELD_ID: "PERSON_ID" },
  ...{ STATEMENT_UNIT: "OTHER", STATEMENT_PERSON: "OTHER" },
} as const;

type Wrong = Pick<OpenInspection, "failure" | "found"> & {
  /** Place of the service in the filing; left out: the organiser. */
  readonly service?: number;
  readonly domain?: string;
};

/** Somebody whose filing was approved, at what comes after: every method is what he, or staff about him, would do. */
export class Holder {
  private readonly inspections: string[] = [];
  private request = "";
  private question = "";

  constructor(
    readonly me: Applicant,
    private readonly actor: Actor,
    private readonly pictures: ReturnType<typeof samplePictures>,
  ) {}

  private async filed() {
    const [entity] = await must("reading", listFilings(this.actor));
    if (entity === undefined) throw new Error(`${this.me.seed.id} has nothing filed`);
    return { entityId: entity.id, services: entity.services };
  }

  /** Staff find something wrong. */
  async inspected(staff: Actor, { service, domain, ...wrong }: Wrong): Promise<void> {
    const { entityId, services } = await this.filed();
    const serviceId = service === undefined ? null : (services[service]?.id ?? "");
    const place = { entityId, serviceId, domain: domain ?? null, letterUntil: null, letterNumber: null };
    const opened = await must("inspecting", openInspection(staff, { ...wrong, ...place }));
    this.inspections.push(opened.inspectionId);
  }

  private async inspection(index: number) {
    const { entityId } = await this.filed();
    const inspectionId = this.inspections[index] ?? "";
    const { version } = await must("looking", getOwnInspection(this.actor, { entityId, inspectionId }));
    return { inspectionId, version };
  }

  /** Answers the inspection that was opened as the `index`-th. */
  async answer(index: number, answer: string): Promise<void> {
    const seen = await this.inspection(index);
    await must("answering", answerInspection(this.actor, { ...seen, answer }));
  }

  async closed(staff: Actor, index: number, reason: string): Promise<void> {
    const seen = await this.inspection(index);
    await must("closing", closeInspection(staff, { ...seen, reason }));
  }

  private async cancelling(service: number): Promise<CancelTarget> {
    const { entityId, services } = await this.filed();
    return { type: "CANCEL_SERVICE", entityId, services: [services[service]?.id ?? ""] };
  }

  /** Every lead of a service is sent the code that cancels it. */
  async askForCodes(service: number): Promise<void> {
    const target = await this.cancelling(service);
    const { leads } = await must("looking", getCancellation(this.actor, target));
    for (const { personId } of leads)
      await must("sending", sendCancelCode(this.actor, { ...target, personId, channel: "PHONE" }));
  }

  /** Copies the numbers and types the code its lead, at that phone, has got. */
  async cancel(service: number, phone: string): Promise<void> {
    const target = await this.cancelling(service);
    const { leads, numbers } = await must("looking", getCancellation(this.actor, target));
    const code = await newestCodeTo(phone);
    const codes = leads.map(({ personId }) => ({ personId, channel: "PHONE" as const, code }));
    const read = { typed: [...numbers], understood: true, lastService: false };
    await must("cancelling", startCancellation(this.actor, { ...target, ...read, codes }));
  }

  /** Begins a change of every service filed. */
  async beginChange(): Promise<void> {
    const { entityId, services } = await this.filed();
    const parts = { entityId, entity: false, services: services.map(({ id }) => id) };
    this.me.at((await must("changing", startChange(this.actor, parts))).orderId);
  }

  async ask(about: ChangeAbout, text: string): Promise<void> {
    const { entityId } = await this.filed();
    this.question = (await must("asking", askQuestion(this.actor, { entityId, about, text }))).questionId;
  }

  async answered(staff: Actor, text: string): Promise<void> {
    await must("answering", answerQuestion(staff, { questionId: this.question, text }));
  }

  /** Asks for a cancellation by hand, with every paper, and hands it in. */
  async handIn(wanted: Omit<OpenManual, "entityId" | "consent">): Promise<void> {
    const { entityId } = await this.filed();
    const opened = await must("asking", openManual(this.actor, { ...wanted, entityId, consent: true }));
    const { requestId } = opened;
    const [request] = (await must("looking", getManual(this.actor, { entityId }))).requests;
    for (const { slot, sides } of request?.slots ?? [])
      for (const side of sides) await this.hand(requestId, slot, side);
    await must("handing in", submitManual(this.actor, { requestId, version: request?.version ?? 1 }));
    this.request = requestId;
  }

  private async hand(requestId: string, slot: keyof typeof PAPERS, side: Side): Promise<void> {
    const { bytes, sha256 } = await this.pictures(PAPERS[slot], side);
    const announced = { bytes: bytes.byteLength, sha256 };
    const body = once(bytes);
    await must(`handing ${slot}`, uploadManual(this.actor, { requestId, slot, side, announced, body }));
  }

  /** Staff call, and nobody answers. */
  async missed(staff: Actor, note: string): Promise<void> {
    const { entityId } = await this.filed();
    const [request] = (await must("looking", getManual(this.actor, { entityId }))).requests;
    const seen = { requestId: this.request, version: request?.version ?? 1 };
    await must("calling", callTicket(staff, { ...seen, outcome: "NO_ANSWER", note }));
  }
}

/** The six digits in the newest text message of the provider to a number. */
async function newestCodeTo(phone: string): Promise<string> {
  const found = (await readMessages(20)).find(({ channel, to }) => channel === "sms" && to === phone);
  const code = /(?<!\d)\d{6}(?!\d)/.exec(found?.body ?? "")?.[0];
  if (code === undefined) throw new Error("situations: no code was sent to that number");
  return code;
}
