import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

/** Whether a requirement binds or only advises. */
export function EffectTag({ authoritative }: { authoritative: boolean }) {
  const t = useTranslations("publicRules.columns");
  return (
    <Tag plain tone={authoritative ? "others" : "ended"}>
      {t(authoritative ? "authoritative" : "advisory")}
    </Tag>
  );
}
