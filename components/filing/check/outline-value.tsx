import { useLocale, useTranslations } from "next-intl";
import { Code } from "@/components/ui/code";
import type { OutlineField } from "@/lib/filing/application/outline";
import { provinceName } from "@/lib/messages/codes";
import { toLocale } from "@/lib/messages/locales";

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

/** An answer in words: codes by their labels, several values in a row. */
export function OutlineValue({ field }: { field: Pick<OutlineField, "kind" | "values"> }) {
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
