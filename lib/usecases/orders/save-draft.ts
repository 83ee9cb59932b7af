import "server-only";
import { withTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/filing/access";
import { ApplicationDraft } from "@/lib/filing/application/draft";
import {
  type DraftSave,
  readSection,
  type SectionId,
  writeSection,
} from "@/lib/filing/application/draft-sections";
import { normalise } from "@/lib/filing/application/normalise";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { beyondOrder } from "../changes/keep-within";
import { countTries } from "../codes/count-tries";
import { decisionContext } from "./context";
import { differences } from "./document/differences";
import { writeDraft } from "./document/draft-store";
import { loadOwnOrder, type OpenDraft, openDraft } from "./store";

export interface SavedSection {
  /** Draft version to go on from. */
  readonly version: number;
  readonly savedAt: number;
}

/**
 * Saves one section of the draft. A stale base merges when nobody touched this section since; otherwise it is refused
 * with who, when and which fields. A repeated save of what already stands there (its answer was lost) is no conflict.
 */
export async function saveDraft(
  actor: Actor,
  input: DraftSave & { orderId: string },
): Promise<Result<SavedSection>> {
  return withTransaction(async (tx) => {
    const ctx = await decisionContext(actor, "applicant");
    const order = await loadOwnOrder(tx, actor, input.orderId);
    if (!order.ok) return order;
    const draft = await openDraft(tx, order.value);
    if (!draft.ok) return draft;
    const { orderId: _orderId, ...save } = input;
    const written = writeSection(draft.value.application, save);
    if (written === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
    const parsed = ApplicationDraft.safeParse(normalise(written));
    if (!parsed.success) return fail(refuse("invalid", { reason: "draft.shape" }));

    const beyond = await beyondOrder(tx, order.value, parsed.data, ctx.policy);
    if (beyond.length > 0) return fail(refuse("invalid", { reason: "change.locked", fields: beyond }));

    const before = readSection(draft.value.application, save.section);
    const changed = differences(readSection(parsed.data, save.section), before);
    if (changed.length === 0) return ok({ version: draft.value.version, savedAt: draft.value.updatedAt });
    const clash = clashOf(draft.value, save.section, save.baseVersion);
    if (clash) return fail(conflict(clash, changed, actor));

    const tried = await countTries(tx, order.value.row.accountId, draft.value.application, parsed.data);
    if (!tried.ok) return tried;
    const change = {
      order: order.value,
      draft: draft.value,
      app: parsed.data,
      touched: [save.section],
      userId: actor.userId,
    };
    const stored = await writeDraft(tx, change, ctx);
    return stored.ok ? ok({ version: stored.value.version, savedAt: ctx.now }) : stored;
  });
}

type Stamp = OpenDraft["sections"][string];

/** The newer save this one did not know of, or nothing. */
function clashOf(draft: OpenDraft, section: SectionId, baseVersion: number): Stamp | undefined {
  const last = draft.sections[section];
  return last !== undefined && last.version > baseVersion ? last : undefined;
}

/** Who, when and which fields; the values themselves are fetched by the page, never put into a refusal. */
const conflict = (theirs: Stamp, changed: readonly string[], actor: Actor) =>
  refuse("stale", {
    reason: "draft.section-moved",
    params: { version: theirs.version, at: theirs.at, by: theirs.userId === actor.userId ? "you" : "other" },
    fields: changed.slice(0, 40).map((path) => ({ path, reason: "draft.differs" })),
  });
