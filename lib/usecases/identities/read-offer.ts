import "server-only";
import { read } from "@/db/client";
import { linkToken } from "@/lib/auth/account-forms";
import { maskIdNo } from "@/lib/filing/shared/mask";
import { identityProvider } from "@/lib/identity";
import { emailIndex, userByEmail } from "../accounts/users";
import { provenAddress } from "./finish";
import { findOffer } from "./offers";

export interface OfferView {
  /** What the sign-in elsewhere is called. */
  readonly provider: string;
  /** New here; known under the address, to be proven by password or link; known and proven; no proven address yet. */
  readonly step: "new" | "prove" | "join" | "address";
  readonly email: string;
  /** The link that proved the address, if one did. */
  readonly proof: string | null;
  /** What may be taken over, the number masked. */
  readonly realName: { readonly name: string; readonly idNo: string } | null;
}

/** What this browser has still to do after signing in elsewhere; null when there is nothing, or it took too long. */
export async function readOffer(token: string | undefined, sent: unknown): Promise<OfferView | null> {
  const offer = await findOffer(read(), token);
  const provider = offer && identityProvider(offer.audience);
  if (!offer || !provider) return null;
  const asked = linkToken.safeParse(sent);
  const linked = asked.success ? await provenAddress(offer, asked.data) : null;
  const proof = linked !== null && asked.success ? asked.data : null;
  const email = linked ?? (await provenAddress(offer, null));
  const { realName } = offer.claims;
  const common = {
    provider: provider.NAME,
    proof,
    realName:
      realName === null || offer.audience === "staff"
        ? null
        : { name: realName.name, idNo: maskIdNo(realName.idNo) },
  };
  if (email === null) return { ...common, step: "address", email: offer.claims.email ?? "" };
  const owner = await userByEmail(read(), emailIndex(email));
  if (owner === undefined) return { ...common, step: "new", email };
  return { ...common, step: proof === null ? "prove" : "join", email };
}
