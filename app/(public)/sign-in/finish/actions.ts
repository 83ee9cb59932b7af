"use server";

import { cookies } from "next/headers";
import { keepChallenge } from "@/lib/auth/challenge-cookie";
import { offerCookieName } from "@/lib/auth/cookies";
import { secondStepAt } from "@/lib/auth/home";
import { finishIdentitySchema, joinIdentitySchema, proveAddressSchema } from "@/lib/auth/identity-forms";
import { dropOffer, keepSession } from "@/lib/auth/session-cookie";
import { ok, type Result } from "@/lib/filing/shared/result";
import { defineAction } from "@/lib/http/define-action";
import {
  type Finished,
  finishAsNewcomer,
  joinExisting,
  mailProof,
  type OfferHolder,
} from "@/lib/usecases/identities/finish";

/** Whoever holds no offer of ours gets nowhere; the rest is what one address may mistype. */
const RATE = { max: 60, perSeconds: 900 } as const;

const holderOf = async (headers: Headers): Promise<OfferHolder> => ({
  token: (await cookies()).get(offerCookieName())?.value,
  userAgent: headers.get("user-agent"),
});

/** The new session, or the note for the second step, goes into a cookie and nowhere else; the offer is used up. */
async function entered(result: Result<Finished>): Promise<Result<{ next: string }>> {
  if (!result.ok) return result;
  const { step, next } = result.value;
  await dropOffer();
  if ("sid" in step) {
    await keepSession(step.sid);
    return ok({ next });
  }
  await keepChallenge(step.challenge);
  return ok({ next: secondStepAt(next) });
}

export const finishIdentityAction = defineAction({
  name: "identity.finish",
  capability: "public",
  rate: RATE,
  input: finishIdentitySchema,
  run: async (_actor, input, { headers }) => entered(await finishAsNewcomer(await holderOf(headers), input)),
});

export const joinIdentityAction = defineAction({
  name: "identity.join",
  capability: "public",
  rate: RATE,
  input: joinIdentitySchema,
  run: async (_actor, input, { headers }) => entered(await joinExisting(await holderOf(headers), input)),
});

export const proveAddressAction = defineAction({
  name: "identity.prove",
  capability: "public",
  rate: RATE,
  input: proveAddressSchema,
  run: async (_actor, input, { headers }) => mailProof(await holderOf(headers), input),
});
