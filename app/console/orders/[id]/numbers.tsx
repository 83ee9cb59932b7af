import { useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Seal } from "@/components/ui/seal";
import type { OrderView } from "@/lib/usecases/orders/get-order";

/** The filing numbers, and what is to be done with them. */
export function Numbers({ numbers }: { numbers: NonNullable<OrderView["numbers"]> }) {
  const t = useTranslations("orders.numbers");
  const after = useTranslations("after");
  return (
    <Panel>
      <div className="flex flex-wrap items-center gap-5">
        <Seal stamp className="size-20" />
        <div className="min-w-0">
          <p className="font-semibold text-tone-done">{t("approved")}</p>
          <p className="text-h1">
            <Code copy={numbers.entity}>{numbers.entity}</Code>
          </p>
        </div>
      </div>
      <div className="mt-4 border-t border-line pt-2">
        <DescriptionList
          items={numbers.services.map(({ title, number, filedId }) => ({
            id: number,
            label: title,
            value: <Code copy={number}>{number}</Code>,
            action: filedId !== null && (
              <Link
                href={`/console/filings/after/${filedId}`}
                aria-label={after("linkOf", { name: title })}
                className="text-accent underline"
              >
                {after("link")}
              </Link>
            ),
          }))}
        />
      </div>
      <p className="mt-3 text-muted">{t("footer")}</p>
    </Panel>
  );
}
