import "server-only";
import type { Actor } from "@/lib/filing/access";
import { readSection, type SectionId, type SectionValue } from "@/lib/filing/application/draft-sections";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { readOwnDraft } from "./own-draft";

export interface StoredSection {
  readonly version: number;
  readonly value: SectionValue;
  readonly savedAt: number | null;
  readonly savedBy: "you" | "other" | null;
}

/** A section as it stands now: what a conflict is compared with. */
export async function readDraftSection(
  actor: Actor,
  input: { orderId: string; section: SectionId },
): Promise<Result<StoredSection>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { draft } = own.value;
  const value = readSection(draft.application, input.section);
  if (value === undefined) return fail(refuse("not_found", { reason: "draft.part-gone" }));
  const last = draft.sections[input.section];
  return ok({
    version: draft.version,
    value,
    savedAt: last?.at ?? null,
    savedBy: last === undefined ? null : last.userId === actor.userId ? "you" : "other",
  });
}
