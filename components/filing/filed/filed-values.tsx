import { useLocale, useTranslations } from "next-intl";
import { OutlineValue } from "@/components/filing/check/outline-value";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { FiledValue, SetBy } from "@/lib/usecases/registry/history";
import { Source } from "./source";

const PARTS = ["legalRep", "entityLead", "lead"] as const;
type Part = (typeof PARTS)[number];
const partOf = ({ path }: FiledValue): Part | null =>
  PARTS.find((part) => path.startsWith(`${part}.`)) ?? null;

type Props = {
  of: "entity" | "service";
  values: readonly FiledValue[];
  /** What filed it; values changed later name their own. */
  opened: SetBy;
};

/** What is filed, value by value; people under the part they have. */
export function FiledValues({ of, values, opened }: Props) {
  const t = useTranslations("filed");
  const locale = toLocale(useLocale());
  const date = formatDate(opened.at, locale);
  const parts = PARTS.filter((part) => values.some((value) => partOf(value) === part));
  return (
    <Panel
      title={t("values")}
      description={
        <>
          {opened.kind === "order" && opened.order !== null
            ? t.rich("openedBy", {
                date,
                number: opened.order.number,
                order: (number) => (
                  <Link href={`/console/orders/${opened.id}`} className="link font-mono">
                    {number}
                  </Link>
                ),
              })
            : t("openedByOther", { date })}{" "}
          {t("valuesText")}
        </>
      }
    >
      <Group title={t(`group.${of}`)} values={values.filter((value) => partOf(value) === null)} />
      {parts.map((part) => (
        <Group
          key={part}
          title={t(`group.${part}`)}
          values={values.filter((value) => partOf(value) === part)}
        />
      ))}
    </Panel>
  );
}

function Group({ title, values }: { title: string; values: readonly FiledValue[] }) {
  const fields = useTranslations("fields");
  return (
    <section className="mt-6 first:mt-0">
      <h3 className="font-semibold">{title}</h3>
      <DescriptionList
        items={values.map((value) => ({
          id: value.path,
          label: fields(`${value.key}.label` as never),
          value: (
            <>
              <OutlineValue field={value} />
              {value.changed && (
                <span className="mt-0.5 block text-small text-muted">
                  <Source by={value.by} dated />
                </span>
              )}
            </>
          ),
        }))}
      />
    </section>
  );
}
