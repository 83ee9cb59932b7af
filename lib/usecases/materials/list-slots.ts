import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { isEditable } from "@/lib/filing/lifecycle/states";
import { CONSENTS, type ConsentKind, consentFor } from "@/lib/filing/policy/consents";
import { checkApplication, requiredMaterials } from "@/lib/filing/rules";
import { ok, type Result } from "@/lib/filing/shared/result";
import { loadRuleContext } from "../facts/load-facts";
import { type Source, Sources } from "../facts/sources";
import { loadOwnOrder, openDraft } from "../orders/store";
import { consentsOf, type GivenConsent } from "./consents";
import { allMaterials } from "./current-materials";
import { type SlotView, slotView } from "./slot-views";

export type { FilledView, SlotView } from "./slot-views";

/** A consent this order asks for, and when it was given. */
export interface ConsentView {
  readonly kind: ConsentKind;
  /** Of the wording in force. */
  readonly version: string;
  /** Null: not yet given to this wording. */
  readonly given: Pick<GivenConsent, "at" | "by"> | null;
}

export interface SlotsView {
  readonly orderId: string;
  readonly editable: boolean;
  readonly slots: readonly SlotView[];
  readonly consents: readonly ConsentView[];
  readonly limits: {
    readonly maxBytes: number;
    readonly videoMaxBytes: number;
    readonly maxMegapixels: number;
  };
  /** After an order ends without a filing, its files are destroyed within so many days. */
  readonly eraseAfterDays: number;
  /** Outside systems that did not answer. */
  readonly silent: readonly Source[];
}

/** The slots an order asks for, each with what fills it, what lay there before, and what is wrong with it. */
export async function listSlots(actor: Actor, input: { orderId: string }): Promise<Result<SlotsView>> {
  const own = await loadOwnOrder(read(), actor, input.orderId);
  if (!own.ok) return own;
  const draft = await openDraft(read(), own.value);
  if (!draft.ok) return draft;
  const { application } = draft.value;
  const sources = new Sources();
  const context = await loadRuleContext(own.value, application, sources);
  const files = await allMaterials(input.orderId);
  const findings = checkApplication(context);
  const given = await consentsOf(input.orderId);
  const { imageMaxBytes, videoMaxBytes, maxPixels } = context.policy.provider.upload;
  const slots = requiredMaterials(context).map((slot) => slotView(slot, application, files, findings));
  return ok({
    orderId: input.orderId,
    editable: isEditable(own.value.snapshot.state),
    slots,
    consents: CONSENTS.filter(({ kind }) => slots.some(({ code }) => consentFor(code) === kind)).map(
      ({ kind, version }) => ({
        kind,
        version,
        given: given.find((one) => one.kind === kind && one.version === version) ?? null,
      }),
    ),
    silent: sources.silent(),
    eraseAfterDays: context.policy.provider.eraseEndedAfterDays,
    limits: { maxBytes: imageMaxBytes, videoMaxBytes, maxMegapixels: Math.floor(maxPixels / 1_000_000) },
  });
}
