import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { env } from "@/lib/env";
import type { OrderState } from "@/lib/filing/lifecycle/states";

/** Where the other side of a wait is played in the sandbox. */
const NEXT = {
  PROVIDER_REVIEW: "/sandbox#reviewer-lin",
  READY_FOR_AUTHORITY: "/sandbox/clock",
  SMS_PENDING: "/sandbox/mailbox",
  AUTHORITY_REVIEW: "/sandbox#officer",
  APPROVED: "/query",
} as const satisfies Partial<Record<OrderState, string>>;
const isNext = (state: OrderState): state is keyof typeof NEXT => state in NEXT;

/** In the sandbox nobody else acts: whoever waits learns how to take the next step himself. */
export async function SandboxHint({ state }: { state: OrderState }) {
  if (env.MODE !== "sandbox" || !isNext(state)) return null;
  const t = await getTranslations("orders.sandbox");
  return (
    <Notice tone="neutral" title={t("title")}>
      <p>{t(`${state}.text`)}</p>
      <Link href={NEXT[state]} className="link inline-block py-0.5">
        {t(`${state}.link`)}
      </Link>
    </Notice>
  );
}
