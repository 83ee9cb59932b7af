import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Source } from "@/lib/usecases/facts/sources";
import { AskAgain } from "./ask-again";
import { useSystemNames } from "./system-names";

/** Names the outside systems that did not answer, and offers to ask again; nothing while all do. */
export function SilentSystems({ systems }: { systems: readonly Source[] }) {
  const t = useTranslations("systems");
  const names = useSystemNames(systems);
  if (systems.length === 0) return null;
  return (
    <Notice tone="others" title={t("title", { systems: names })} actions={<AskAgain label={t("again")} />}>
      {t("text")}
    </Notice>
  );
}
