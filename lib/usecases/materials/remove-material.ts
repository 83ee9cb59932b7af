import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { Result } from "@/lib/filing/shared/result";
import { changeMaterial, type MaterialInput } from "./change-material";

/** Empties a slot. The file itself is kept until the order closes, like a replaced one. */
export const removeMaterial = (actor: Actor, material: MaterialInput): Promise<Result<null>> =>
  changeMaterial(actor, material, (replacedAt) => ({ replacedAt }));
