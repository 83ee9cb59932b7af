"use server";

import { linkIdentitySchema, unlinkIdentitySchema } from "@/lib/auth/identity-forms";
import { keepLinkWish } from "@/lib/auth/session-cookie";
import { linkWishToken } from "@/lib/auth/token";
import { ok } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import { mayLink, unlinkIdentity } from "@/lib/usecases/identities/own-identities";

/** Staff use these, too, under /review/account. */
export const linkIdentityAction = defineAction({
  name: "identity.link",
  capability: "self.edit",
  input: linkIdentitySchema,
  run: async (actor, { password, realName }) => {
    const may = await mayLink(actor, { password });
    if (!may.ok) return may;
    await keepLinkWish(await linkWishToken({ sessionId: actor.sessionId, realName }));
    return ok(null);
  },
});

export const unlinkIdentityAction = defineAction({
  name: "identity.unlink",
  capability: "self.edit",
  input: unlinkIdentitySchema,
  run: unlinkIdentity,
});
