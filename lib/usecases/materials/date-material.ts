import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { Result } from "@/lib/filing/shared/result";
import { changeMaterial, type MaterialInput } from "./change-material";

export interface DateInput extends MaterialInput {
  /** Date printed on the document, `YYYY-MM-DD`; null = not given. */
  readonly documentDate: string | null;
}

/** Notes the date printed on a document that is already in its slot. */
export const dateMaterial = (actor: Actor, { documentDate, ...material }: DateInput): Promise<Result<null>> =>
  changeMaterial(actor, material, () => ({ documentDate }));
