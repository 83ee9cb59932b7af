"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import type { ConsentKind } from "@/lib/filing/policy/consents";
import type { Refusal } from "@/lib/filing/shared/refusal";
import type { ActionResult } from "@/lib/http/define-action";
import type { SlotsView, SlotView } from "@/lib/usecases/materials/list-slots";
import { type Desk, placesOf, targetOf } from "./desk-context";
import { spread } from "./distribute";
import { useUploads } from "./use-uploads";

export type GiveConsent = (input: {
  orderId: string;
  kind: ConsentKind;
  version: string;
}) => Promise<ActionResult<null>>;

type Held = readonly (readonly [place: string, file: Blob])[];
const NONE: Held = [];

/** Everything the page of documents does: files into slots, consent before the first, what is left over into the tray. */
export function useDeskState(view: SlotsView, samples: boolean, giveConsent: GiveConsent) {
  const router = useRouter();
  const t = useTranslations("slots");
  const toast = useToast();
  const { jobs, uploads } = useUploads();
  const [kinds, setKinds] = useState<Readonly<Record<string, string>>>({});
  const [agreed, setAgreed] = useState<readonly ConsentKind[]>([]);
  const [held, setHeld] = useState(NONE);
  const [tray, setTray] = useState<readonly Blob[]>([]);

  const slotKey = ({ code, subject }: SlotView) => `${code}:${subject}`;
  const kindOf: Desk["kindOf"] = (slot) =>
    kinds[slotKey(slot)] ?? slot.sides.find(({ filled }) => filled !== null)?.filled?.code ?? slot.code;
  const missing = (kind: ConsentKind | null) =>
    kind !== null &&
    !agreed.includes(kind) &&
    view.consents.some((consent) => consent.kind === kind && consent.given === null);
  const consentAt = (place: string) => targetOf(view, place, kindOf)?.slot.consent ?? null;

  function send(files: Held) {
    for (const [place, file] of files) {
      const found = targetOf(view, place, kindOf);
      if (found === undefined) continue;
      const refusal = tooLarge(view, found.slot, file);
      if (refusal) uploads().refuse(place, found.target, file, refusal);
      else uploads().add(place, found.target, file);
    }
  }
  /** Sends what may be sent; the rest is held until its consent is given. */
  function start(files: Held) {
    const waits = files.filter(([place]) => missing(consentAt(place)));
    send(files.filter((one) => !waits.includes(one)));
    if (waits.length > 0) setHeld((before) => [...before, ...waits]);
  }
  const asking = held[0] === undefined ? null : consentAt(held[0][0]);

  async function agree(kind: ConsentKind): Promise<Refusal | null> {
    const version = view.consents.find((consent) => consent.kind === kind)?.version ?? "";
    const answer = await giveConsent({ orderId: view.orderId, kind, version });
    if (!answer.ok) return answer.error;
    setAgreed((before) => [...before, kind]);
    send(held.filter(([place]) => consentAt(place) === kind));
    setHeld((before) => before.filter(([place]) => consentAt(place) !== kind));
    router.refresh();
    return null;
  }
  function decline(kind: ConsentKind) {
    setHeld((before) => before.filter(([place]) => consentAt(place) !== kind));
    toast(t("notConsented"), "you");
  }

  const places = placesOf(view, jobs);
  const desk: Desk = {
    view,
    samples,
    places,
    jobs,
    kindOf,
    missingConsent: ({ consent }) => missing(consent),
    chooseKind: (slot, code) => setKinds((before) => ({ ...before, [slotKey(slot)]: code })),
    put(place, files) {
      const slot = targetOf(view, place, kindOf)?.slot;
      const own = places.filter(({ key }) => slot && key.startsWith(`${slotKey(slot)}:`));
      const { placed, rest } = spread(files, place, own);
      start(placed);
      if (rest.length > 0) setTray((before) => [...before, ...rest]);
    },
    cancel: (id) => uploads().cancel(id),
    retry: (id) => uploads().retry(id),
  };
  return {
    desk,
    start,
    tray,
    addToTray: (files: readonly Blob[]) => setTray((before) => [...before, ...files]),
    takeFromTray: (files: readonly Blob[]) =>
      setTray((before) => before.filter((file) => !files.includes(file))),
    retryWaiting: () => uploads().retryWaiting(),
    consent: { asking, agree, decline },
  };
}

function tooLarge(view: SlotsView, slot: SlotView, file: Blob): Refusal | null {
  const limit = slot.medium === "video" ? view.limits.videoMaxBytes : view.limits.maxBytes;
  if (file.size <= limit) return null;
  return {
    code: "too_large",
    reason: "upload.bytes",
    params: { megabytes: Math.floor(limit / 1_048_576) },
  };
}
