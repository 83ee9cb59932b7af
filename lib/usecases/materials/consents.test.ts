import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Applicant } from "@/lib/boot/seed/situations-applicant";
import { consentFor, consentVersion } from "@/lib/filing/policy/consents";
import { MATERIAL_CODES } from "@/lib/filing/rules/material-types";
import { audited, newWorld, type World } from "../testing";
import { giveConsent } from "./give-consent";
import { listConsents } from "./list-consents";
import { listSlots } from "./list-slots";
import { uploadMaterial } from "./upload-material";

let world: World;
let applicant: Applicant;
let photo: Buffer;
beforeEach(async () => {
  world = await newWorld();
  applicant = await world.applicant("fresh-person");
  await applicant.start();
  await applicant.fillPeople();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#7a8" } })
    .jpeg()
    .toBuffer();
});
afterEach(() => world.dispose());

async function* once(bytes: Uint8Array) {
  yield bytes;
}
const upload = async (code: string, side: "FRONT" | "SINGLE", subject = "entity") =>
  uploadMaterial(await world.actor("fresh-person"), {
    ...{ orderId: applicant.orderId, code, subject, side, documentDate: null },
    announced: { bytes: photo.length, sha256: createHash("sha256").update(photo).digest("hex") },
    body: once(photo),
  });
const consent = async (persona = "fresh-person", version = consentVersion("ID_IMAGE")) =>
  giveConsent(await world.actor(persona), { orderId: applicant.orderId, kind: "ID_IMAGE", version });
const given = () => read().select().from(t.consents);

it("is asked for pictures of identity documents and for films, and for nothing else", () => {
  const asked = MATERIAL_CODES.flatMap((code) => {
    const kind = consentFor(code);
    return kind === undefined ? [] : [`${code} ${kind}`];
  });
  expect(asked).toEqual([
    "PERSON_ID ID_IMAGE",
    "ENTITY_LEAD_ID ID_IMAGE",
    "SERVICE_LEAD_ID ID_IMAGE",
    "LEGAL_REP_ID ID_IMAGE",
    "VIDEO_CHECK VIDEO",
    "JS_VIDEO VIDEO",
    "GUARDIAN_DOC ID_IMAGE",
    "HANDHELD_ID ID_IMAGE",
  ]);
});

it("without it no such file is taken; other documents need none", async () => {
  expect(await upload("PERSON_ID", "FRONT")).toMatchObject({
    error: { code: "forbidden", reason: "upload.consent", params: { consent: "ID_IMAGE" } },
  });
  expect(await read().select().from(t.files)).toEqual([]);
  expect(await upload("OTHER", "SINGLE")).toMatchObject({ ok: true });
  // One kind says nothing about the other.
  expect(await consent()).toEqual({ ok: true, value: null });
  expect(await upload("PERSON_ID", "FRONT")).toMatchObject({ ok: true });
  const { value } = (await listSlots(await world.actor("fresh-person"), { orderId: applicant.orderId })) as {
    value: { slots: readonly { code: string; subject: string }[] };
  };
  const film = value.slots.find(({ code }) => code === "VIDEO_CHECK");
  expect(await upload("VIDEO_CHECK", "SINGLE", film?.subject)).toMatchObject({
    error: { reason: "upload.consent", params: { consent: "VIDEO" } },
  });
});

it("is recorded once an order and wording, with who and when, in the audit, too; shown to the account alone", async () => {
  const actor = await world.actor("fresh-person");
  const at = world.clock.now();
  await consent();
  world.clock.advance(60_000);
  await consent();
  expect(await given()).toMatchObject([
    { orderId: applicant.orderId, kind: "ID_IMAGE", version: "2026-11", userId: actor.userId, at },
  ]);
  const looks = (await audited(applicant.orderId)).filter(({ action }) => action === "consent.given");
  expect(looks).toEqual([
    { action: "consent.given", outcome: "done", data: { kind: "ID_IMAGE", version: "2026-11" } },
  ]);
  const { orderId } = applicant;
  expect(await listConsents(actor, { orderId })).toMatchObject({
    value: { given: [{ kind: "ID_IMAGE", version: "2026-11", at }] },
  });
  expect(await listSlots(actor, { orderId })).toMatchObject({
    value: {
      consents: [
        { kind: "ID_IMAGE", given: { at } },
        { kind: "VIDEO", given: null },
      ],
    },
  });
  const stranger = await world.actor("fresh-unit");
  expect(await listConsents(stranger, { orderId })).toMatchObject({ error: { code: "not_found" } });
});

it("is refused of strangers, to a wording that was not shown, and where nothing can be uploaded", async () => {
  expect(await consent("fresh-unit")).toMatchObject({ error: { code: "not_found" } });
  expect(await consent("fresh-person", "2025-01")).toMatchObject({
    error: { code: "stale", reason: "consent.moved" },
  });
  expect(await given()).toEqual([]);
  const reviewed = await world.inReview("fresh-unit");
  const late = { orderId: reviewed.orderId, kind: "VIDEO", version: consentVersion("VIDEO") } as const;
  expect(await giveConsent(await world.actor("fresh-unit"), late)).toMatchObject({
    error: { code: "wrong_state" },
  });
});
