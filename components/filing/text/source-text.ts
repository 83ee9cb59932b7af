import { useTranslations } from "next-intl";
import { sourceText } from "@/lib/messages/finding-text";

/** Writes where a fact comes from, its documents by their names instead of our short marks. */
export function useSourceText(): (source: string) => string {
  const t = useTranslations("sources");
  const names = Object.assign((key: string) => t(key as never), {
    has: (key: string) => t.has(key as never),
  });
  return (source) => sourceText(names, source);
}
