import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type DescriptionItem = {
  id: string;
  label: ReactNode;
  /** Empty values read "not provided". */
  value: ReactNode;
  /** A link at the right: "change". */
  action?: ReactNode;
};

/** Names and values, one a row with rules between; in two columns of rows when `columns` is 2. */
export function DescriptionList({
  items,
  columns = 1,
}: {
  items: readonly DescriptionItem[];
  columns?: 1 | 2;
}) {
  const t = useTranslations("common");
  return (
    <dl className={clsx("grid gap-x-8", columns === 2 && "md:grid-cols-2")}>
      {items.map((item) => (
        <div
          key={item.id}
          className="grid min-w-0 grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2.5 last:border-0 sm:grid-cols-[10rem_1fr_auto]"
        >
          <dt className="text-muted max-sm:col-span-2">{item.label}</dt>
          <dd className="min-w-0">
            {item.value === null || item.value === undefined || item.value === "" ? (
              <span className="text-muted">{t("notProvided")}</span>
            ) : (
              item.value
            )}
          </dd>
          {item.action && <dd data-no-print>{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
