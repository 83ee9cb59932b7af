import "server-only";
import { rm } from "node:fs/promises";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { decide } from "@/lib/filing/lifecycle";
import type { DecisionContext } from "@/lib/filing/lifecycle/types";
import { consentFor } from "@/lib/filing/policy/consents";
import { materialKind, mediumOf } from "@/lib/filing/policy/materials";
import type { MaterialCode } from "@/lib/filing/rules/material-types";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { cleanImage } from "@/lib/media/image";
import { cleanVideo } from "@/lib/media/video";
import { decisionContext } from "../orders/context";
import { loadOwnOrder, type OrderRecord } from "../orders/store";
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
 * Puts a file into a slot: received and compared, recognised by content, pictures made anew without metadata, encrypted,
 * and only then entered in the books. Whatever it replaces is kept until the order closes.
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
  const code = await mayFill(own.value, input);
  if (!code.ok) return code;
  const limits = ctx.policy.provider.upload;
  const film = mediumOf(code.value) === "video";
  const maxBytes = film ? limits.videoMaxBytes : limits.imageMaxBytes;
  const received = await receive(input.body, input.announced, maxBytes);
  if (!received.ok) return received;
  try {
    const clean = film ? await video(received.value) : await picture(received.value, code.value, limits);
    return clean.ok ? await keepFile(actor, own.value, input, clean.value) : clean;
  } finally {
    await rm(received.value.path, { force: true });
  }
}

/** The order must ask for this very slot, and whoever is shown must have agreed to it. */
async function mayFill(order: OrderRecord, slot: Slot): Promise<Result<MaterialCode>> {
  const asked = await askedFor(order, slot);
  if (!asked.ok) return asked;
  const consent = consentFor(asked.value);
  if (consent !== undefined && !(await hasConsent(order.row.id, consent)))
    return fail(refuse("forbidden", { reason: "upload.consent", params: { consent } }));
  return asked;
}

async function picture(received: Received, code: MaterialCode, limits: Limits): Promise<Result<ToKeep>> {
  const { maxPixels, imageMinSide } = limits;
  const minSide = materialKind(code).minSide ?? imageMinSide;
  const clean = await cleanImage(received.path, { maxPixels, minSide });
  return clean.ok ? ok(pictureToKeep(received, clean.value)) : clean;
}

async function video(received: Received): Promise<Result<ToKeep>> {
  const clean = await cleanVideo(received.path);
  return clean.ok ? ok(videoToKeep(received, clean.value)) : clean;
}
