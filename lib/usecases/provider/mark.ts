import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { type Actor, can } from "@/lib/filing/access";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { cleanMark } from "@/lib/media/mark";
import { profileIn, storeProfile } from "./profile";

const KEY = "provider.mark";
const Stored = z.strictObject({ png: z.base64() });

/** The provider's mark as a PNG we made; null = none. */
export async function readMark(): Promise<Buffer | null> {
  const { png } = await getSetting(read(), KEY, Stored, { png: "" });
  return png === "" ? null : Buffer.from(png, "base64");
}

/** An administrator puts up a mark, or takes it down (null). Refusals: forbidden, unsupported, invalid. */
export async function changeMark(
  actor: Actor,
  picture: Buffer | null,
): Promise<Result<{ mark: string | null }>> {
  if (!can(actor, "settings.manage")) return fail(refuse("forbidden"));
  const cleaned = picture === null ? ok(null) : await cleanMark(picture);
  if (!cleaned.ok) return cleaned;
  const png = cleaned.value;
  const mark = png === null ? null : createHash("sha256").update(png).digest("hex");
  return withTransaction(async (tx) => {
    const before = await profileIn(tx);
    if (before.mark === mark) return ok({ mark });
    await putSetting(tx, KEY, { png: png?.toString("base64") ?? "" }, clock().now());
    await storeProfile(tx, actor, { profile: before.profile, mark }, before);
    return ok({ mark });
  });
}
