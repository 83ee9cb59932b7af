import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { CancellationView } from "@/lib/usecases/cancel/get-cancellation";

/** The first reason against it; whoever comes by an old address reads the same as on the card. */
export function WhyNot({ view: { whyNot, openOrderId } }: { view: CancellationView }) {
  const t = useTranslations("cancel");
  const errors = useTranslations("errors.reason.cancel");
  const filed = useTranslations("filed.doing");
  if (whyNot === null) return null;
  return (
    <Notice
      tone="you"
      title={t("notNow")}
      actions={
        openOrderId !== null && (
          <Link href={`/console/orders/${openOrderId}`} className="link inline-block py-0.5">
            {filed("openOrder")}
          </Link>
        )
      }
    >
      {errors.has(whyNot) ? errors(whyNot) : filed(`why.${whyNot as "ended"}`)}
    </Notice>
  );
}
