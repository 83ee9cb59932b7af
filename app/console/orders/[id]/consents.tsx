import { ConsentList } from "@/components/filing/materials/consent-list";
import { presentConsents } from "@/components/filing/materials/present-slots";
import type { Actor } from "@/lib/filing/access";
import { CONSENTS } from "@/lib/filing/policy/consents";
import { listConsents } from "@/lib/usecases/materials/list-consents";
import { viewOr404 } from "../../view";

/** The separate consents of an order, where there are any. */
export async function Consents({ actor, orderId }: { actor: Actor; orderId: string }) {
  const { given, eraseAfterDays } = viewOr404(await listConsents(actor, { orderId }));
  return <ConsentList given={given} texts={await presentConsents(CONSENTS, eraseAfterDays)} />;
}
