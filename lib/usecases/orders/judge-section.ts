import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { SectionId } from "@/lib/filing/application/draft-sections";
import { isAbout } from "@/lib/filing/application/section-context";
import type { Finding } from "@/lib/filing/rules/types";
import { ok, type Result } from "@/lib/filing/shared/result";
import { judgeOrder } from "./judge-order";
import { readOwnDraft } from "./own-draft";

/** What stands against one saved section, with all facts: the server's half of "Continue". */
export async function judgeSection(
  actor: Actor,
  input: { orderId: string; section: SectionId },
): Promise<Result<{ findings: readonly Finding[] }>> {
  const own = await readOwnDraft(actor, input.orderId);
  if (!own.ok) return own;
  const { findings } = await judgeOrder(own.value.order, own.value.draft.application);
  return ok({ findings: findings.filter(({ path }) => isAbout(input.section, path)) });
}
