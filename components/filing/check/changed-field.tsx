import { useTranslations } from "next-intl";
import type { FieldChange } from "@/lib/filing/application/changes";
import { OutlineValue } from "./outline-value";

/** One answer, and what it was before: a row of a description list. */
export function ChangedField({ field }: { field: FieldChange }) {
  const t = useTranslations("orders.changes");
  const fields = useTranslations("fields");
  const { kind, before, after } = field;
  const shown = (values: FieldChange["after"]) =>
    values.length === 0 ? (
      <span className="text-muted">{t("empty")}</span>
    ) : (
      <OutlineValue field={{ kind, values }} />
    );
  return (
    <div className="grid gap-x-4 border-b border-line py-2 last:border-0 sm:grid-cols-[10rem_1fr]">
      <dt className="text-muted">{fields(`${field.key}.label` as never)}</dt>
      <dd className="min-w-0 break-words">
        <ins className="no-underline">{shown(after)}</ins>
        <span className="block text-small text-muted">
          {t("before")} <del>{shown(before)}</del>
        </span>
      </dd>
    </div>
  );
}
