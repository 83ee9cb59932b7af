import "server-only";
import { createHmac } from "node:crypto";
import { keyId } from "@/lib/secrets/cipher";
import type { Secrets } from "@/lib/secrets/store";
import type { Manifest } from "./manifest";

/** Names the keys of an installation without telling anything of them. */
export const namesOfKeys = ({ masterKeys, blindIndexKey }: Secrets): Manifest["keys"] => ({
  master: masterKeys.map((key) => keyId(key).toString("hex")),
  blindIndex: createHmac("sha256", blindIndexKey).update("purpose\0backup").digest("hex"),
});

/** Whether these keys open everything of a backup: every master key it needs, and the one key of its indexes. */
export function keysFit(secrets: Secrets, keys: Manifest["keys"]): boolean {
  const have = namesOfKeys(secrets);
  return have.blindIndex === keys.blindIndex && keys.master.every((id) => have.master.includes(id));
}
