import { useTranslations } from "next-intl";

const TAG = /\b(?:S3|S4|T21|V30|O33)\b/g;

/** Where a rule comes from, its documents by their names instead of our short marks. */
export function useSourceText(): (source: string) => string {
  const t = useTranslations("common.sources");
  return (source) => source.replace(TAG, (tag) => t(tag as never));
}
