import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { OutlineField } from "@/lib/filing/application/outline";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";
import type { CheckGroup } from "@/lib/usecases/orders/get-check";

const CODED = [
  "nature",
  "cert",
  "content",
  "language",
  "platform",
  "game",
  "accessMethod",
  "preApproval",
] as const;
type Coded = (typeof CODED)[number];
const isCoded = (kind: string): kind is Coded => CODED.some((known) => known === kind);

/** One section of the answers, every row with its way back. */
export function Answers({ group, editable }: { group: CheckGroup; editable: boolean }) {
  const t = useTranslations("orders.check");
  const fields = useTranslations("fields");
  const roles = useTranslations("codes.role");
  const title = group.title ? `${t(`kind.${group.kind}`)} · ${group.title}` : t(`kind.${group.kind}`);
  return (
    <Panel
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {title}
          {group.hats.map((hat) => (
            <Tag key={hat} plain>
              {roles(hat)}
            </Tag>
          ))}
        </span>
      }
      actions={
        editable && (
          <Link
            data-no-print
            href={`${group.href}?check=1&back=check`}
            className="link py-0.5"
            aria-label={t("changeOf", { name: title })}
          >
            {t("change")}
          </Link>
        )
      }
    >
      <DescriptionList
        items={group.fields.map((field) => ({
          id: field.path,
          label: fields(`${field.key}.label` as never),
          value: field.values.length === 0 ? null : <Value field={field} />,
        }))}
      />
    </Panel>
  );
}

function Value({ field }: { field: OutlineField }) {
  const codes = useTranslations("codes");
  const common = useTranslations("common");
  const locale = toLocale(useLocale());
  const { kind, values } = field;
  if (kind === "flag") return common(values[0] === true ? "yes" : "no");
  if (kind === "province") return provinceName(String(values[0]), locale);
  const separator = locale === "en" ? ", " : "、";
  if (isCoded(kind)) return values.map((value) => codes(`${kind}.${value}` as never)).join(separator);
  if (kind === "mono") return <Code>{values.join(separator)}</Code>;
  return <span className="whitespace-pre-line">{values.join(separator)}</span>;
}
