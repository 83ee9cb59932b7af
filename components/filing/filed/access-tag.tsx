import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { FiledServiceRow } from "@/lib/usecases/registry/get-filing";

const TONE = { here: "done", none: "you", ended: "ended" } as const;

/** Whether a filed service is served by this provider. */
export function AccessTag({ access }: { access: FiledServiceRow["access"] }) {
  const t = useTranslations("filed.access");
  return <Tag tone={TONE[access]}>{t(access)}</Tag>;
}
