import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { OutlineGroup } from "@/lib/filing/application/outline";
import { OutlineValue } from "./outline-value";

type Props = {
  group: OutlineGroup;
  /** The page it is changed on; left out where nothing can be changed. */
  href?: string;
};

/** One section of the answers, with its way back. */
export function Answers({ group, href }: Props) {
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
        href && (
          <Link
            data-no-print
            href={`${href}?check=1&back=check`}
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
          value: field.values.length === 0 ? null : <OutlineValue field={field} />,
        }))}
      />
    </Panel>
  );
}
