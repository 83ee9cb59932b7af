import "server-only";
import { rm } from "node:fs/promises";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { documentOf } from "@/lib/filing/application/answer-files";
import { decide } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { consentFor } from "@/lib/filing/policy/consents";
import { type Medium, materialKind, mediumOf } from "@/lib/filing/policy/materials";
import { MATERIAL_CODES, type MaterialCode } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { cleanImage } from "@/lib/media/image";
import { cleanVideo } from "@/lib/media/video";
import { decisionContext } from "../orders/context";
import { loadOwnOrder, type OrderRecord } from "../orders/store";
import { type InOrder, isOfAnswer, roomAtItem } from "./answer-place";
import { askedFor, type Slot } from "./asked-for";
import { hasConsent } from "./consents";
import { keepFile, pictureToKeep, type ToKeep, videoToKeep } from "./keep-file";
import { type Announced, type Received, receive } from "./receive";

export interface UploadInput extends Slot {
  readonly orderId: string;
  /** Date printed on the document, `YYYY-MM-DD`, where the slot asks for one. */
  readonly documentDate: string | null;
  readonly announced: Announced;
  readonly body: AsyncIterable<Uint8Array>;
}

type Limits = DecisionContext["policy"]["provider"]["upload"];

/**
 * Puts a file into a slot, or beside the answer to a rejection item: received and compared, recognised by content,
 * pictures made anew without metadata, encrypted, and only then entered in the books. Whatever it replaces is kept until
 * the order closes; pictures of answers replace nothing.
 */
export async function uploadMaterial(
  actor: Actor,
  input: UploadInput,
): Promise<Result<{ materialId: string }>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const ctx = await decisionContext(actor, "applicant");
  // Asked again when the file is entered; here so that nobody sends megabytes for a refusal.
  const editable = decide(own.value.snapshot, { type: "save", sections: ["materials"] }, ctx);
  if (!editable.ok) return editable;
  const place = await mayFill(own.value, input);
  if (!place.ok) return place;
  const limits = ctx.policy.provider.upload;
  const film = place.value.medium === "video";
  const maxBytes = film ? limits.videoMaxBytes : limits.imageMaxBytes;
  const received = await receive(input.body, input.announced, maxBytes);
  if (!received.ok) return received;
  try {
    const clean = film ? await video(received.value) : await picture(received.value, place.value, limits);
    return clean.ok ? await keepFile(actor, own.value, input, clean.value) : clean;
  } finally {
    await rm(received.value.path, { force: true });
  }
}

/** What may be put there. */
interface Place {
  readonly medium: Medium;
  /** Null: the provider's own limit. */
  readonly minSide: number | null;
}

/** The order must ask for this very slot, or for an answer; whoever is shown must have agreed to it. */
async function mayFill(order: OrderRecord, slot: InOrder<Slot>): Promise<Result<Place>> {
  if (isOfAnswer(slot)) return mayAnswerWith(order, slot);
  const asked = await askedFor(order, slot);
  if (!asked.ok) return asked;
  const code = asked.value;
  if (!(await agreedTo(order, code))) return noConsent("upload.consent", code);
  return ok({ medium: mediumOf(code), minSide: materialKind(code).minSide });
}

/** A picture for an item about a document shows what the document shows: it needs the same consent. */
async function mayAnswerWith(order: OrderRecord, slot: InOrder<Slot>): Promise<Result<Place>> {
  const item = await roomAtItem(read(), slot);
  if (!item.ok) return item;
  const about = documentOf(item.value.target);
  const code = MATERIAL_CODES.find((known) => known === about);
  if (code !== undefined && !(await agreedTo(order, code))) return noConsent("upload.answer-consent", code);
  return ok({ medium: "image", minSide: null });
}

async function agreedTo({ row }: OrderRecord, code: MaterialCode): Promise<boolean> {
  const consent = consentFor(code);
  return consent === undefined || hasConsent(row.id, consent);
}

const noConsent = (reason: string, code: MaterialCode) =>
  fail(refuse("forbidden", { reason, params: { consent: consentFor(code) ?? "" } }));

async function picture(received: Received, place: Place, limits: Limits): Promise<Result<ToKeep>> {
  const { maxPixels, imageMinSide } = limits;
  const minSide = place.minSide ?? imageMinSide;
  const clean = await cleanImage(received.path, { maxPixels, minSide });
  return clean.ok ? ok(pictureToKeep(received, clean.value)) : clean;
}

async function video(received: Received): Promise<Result<ToKeep>> {
  const clean = await cleanVideo(received.path);
  return clean.ok ? ok(videoToKeep(received, clean.value)) : clean;
}
