"use client";

import { createContext, useContext } from "react";
import type { SlotsView, SlotView } from "@/lib/usecases/materials/list-slots";
import type { Place } from "./distribute";
import type { UploadTarget } from "./upload";
import type { Job } from "./uploads";

/** What every slot of the page shares: files on their way, and the ways to put and stop them. */
export interface Desk {
  readonly view: SlotsView;
  /** Sandbox: offers made-up documents, so that one can try without own ones. */
  readonly samples: boolean;
  readonly places: readonly Place[];
  readonly jobs: readonly Job[];
  /** Kinds of consent still to be asked. */
  readonly missingConsent: (slot: SlotView) => boolean;
  /** The template a letter follows, by the applicant's word. */
  readonly kindOf: (slot: SlotView) => string;
  readonly chooseKind: (slot: SlotView, code: string) => void;
  /** Files onto a side of a slot: the first there, more onto its other empty sides, the rest into the tray. */
  readonly put: (place: string, files: readonly Blob[]) => void;
  readonly cancel: (id: number) => void;
  readonly retry: (id: number) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws outside of the page of documents. */
export function useRun(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("no desk around this slot");
  return desk;
}

export const placeKey = (slot: Pick<SlotView, "code" | "subject">, side: string): string =>
  `${slot.code}:${slot.subject}:${side}`;

/** Where a file for a place is sent, and the slot it belongs to. */
export function targetOf(
  view: SlotsView,
  place: string,
  kindOf: Desk["kindOf"],
): { readonly slot: SlotView; readonly target: UploadTarget } | undefined {
  for (const slot of view.slots)
    for (const { side } of slot.sides)
      if (placeKey(slot, side) === place) {
        const dated = slot.sides.find(({ filled }) => filled !== null)?.filled;
        const documentDate = dated?.documentDate ?? null;
        const { subject } = slot;
        return { slot, target: { orderId: view.orderId, code: kindOf(slot), subject, side, documentDate } };
      }
  return undefined;
}

/** All sides of the page, for suggestions. */
export const placesOf = (view: SlotsView, jobs: readonly Job[]): readonly Place[] =>
  view.slots.flatMap((slot) =>
    slot.sides.map(({ side, filled }) => {
      const key = placeKey(slot, side);
      const { code, medium, optional } = slot;
      const empty = filled === null && !jobs.some(({ place }) => place === key);
      return { key, code, side, medium, optional, empty };
    }),
  );
