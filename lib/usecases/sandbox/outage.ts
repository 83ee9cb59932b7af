import "server-only";
import { z } from "zod";
import { read } from "@/db/client";
import { getSetting, putSetting } from "@/db/queries/settings";
import { withTransaction } from "@/db/transaction";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { DeliveryError } from "@/lib/work/delivery-error";

/** What the sandbox's carriers can be made to do: be out of reach for a while, or refuse for good. */
export const OUTAGES = ["none", "mail_down", "mail_refused", "sms_down", "sms_refused"] as const;
export type Outage = (typeof OUTAGES)[number];
export const outageSchema = z.enum(OUTAGES);

const KEY = "sandbox.outage";

/** What is wrong with the sandbox's carriers at the moment. */
export const currentOutage = (): Promise<Outage> => getSetting(read(), KEY, outageSchema, "none");

/** Breaks a carrier of the sandbox, or mends it. */
export async function setOutage(outage: Outage): Promise<Result<{ done: number; failed: number }>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  return withTransaction(async (tx) => {
    await putSetting(tx, KEY, outage, clock().now());
    return ok({ done: 0, failed: 0 });
  });
}

const FAILURES: Readonly<Record<Outage, string | null>> = {
  none: null,
  mail_down: "ECONNECTION",
  sms_down: "http_503",
  mail_refused: "smtp_550",
  sms_refused: "http_422",
};

/** @throws DeliveryError as the real carrier would, when the channel is broken. */
export async function failIfOut(channel: "mail" | "sms"): Promise<void> {
  const outage = await currentOutage();
  const code = FAILURES[outage];
  if (code === null || !outage.startsWith(`${channel}_`)) return;
  throw new DeliveryError({ code, permanent: outage.endsWith("_refused") });
}
