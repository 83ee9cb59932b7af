import { getTranslations } from "next-intl/server";
import { InspectionTag, TargetName, UntilDay } from "@/components/filing/inspection/words";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { InspectionLine } from "@/lib/usecases/inspection/views";

/** What inspections found wrong with what is filed, soonest deadline first; nothing where there is nothing. */
export async function FoundWrong({ inspections }: { inspections: readonly InspectionLine[] }) {
  if (inspections.length === 0) return null;
  const t = await getTranslations("inspection");
  return (
    <Panel title={t("own.listTitle")} description={t("own.listText")}>
      <ul className="flex flex-col gap-4">
        {inspections.map((line) => (
          <li key={line.id} className="border-b border-line pb-4 last:border-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/console/filings/${line.entityId}/inspections/${line.id}`}
                className="link py-0.5 font-semibold"
              >
                {t(`failure.${line.failure}`)}
              </Link>
              <InspectionTag line={line} reader="owner" />
            </p>
            <p className="flex flex-wrap gap-x-4 text-muted">
              <span>{line.service === null ? (line.unitName ?? line.number) : line.service.number}</span>
              <span>
                <TargetName line={line} />
              </span>
              <span>
                {t("until")} <UntilDay line={line} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
