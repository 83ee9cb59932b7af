import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { TakenAway as Lost } from "@/lib/usecases/review/taken-away";

/** Tells a reviewer which orders are no longer his although he did not give them back. */
export async function TakenAway({ lost }: { lost: readonly Lost[] }) {
  if (lost.length === 0) return null;
  const t = await getTranslations("review.lost");
  const locale = toLocale(await getLocale());
  return (
    <div className="mb-4">
      <Notice tone="you" title={t("title", { count: lost.length })}>
        <ul className="flex flex-col gap-1">
          {lost.map(({ orderId, number, at, how }) => (
            <li key={orderId}>
              <Link href={`/review/orders/${orderId}?view=mine`} className="link font-mono">
                {number}
              </Link>{" "}
              {t(how, { time: formatDateTime(at, locale) })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
