import { useTranslations } from "next-intl";
import { ActButton } from "@/components/ui/act-button";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { ChangeSummary } from "@/lib/usecases/changes/summary";
import type { Action } from "../actions";

/** What the change comes to so far, who will verify it, and whether it still stands on what is filed. */
export function ChangePanel({
  orderId,
  change,
  take,
}: {
  orderId: string;
  change: ChangeSummary;
  take: Action;
}) {
  const t = useTranslations("change.panel");
  const { changed, verify, stands } = change;
  return (
    <>
      {stands === "moved" && (
        <Notice
          tone="you"
          title={t("moved")}
          actions={<ActButton action={take} input={{ orderId }} label={t("take")} done={t("taken")} />}
        >
          {t("movedText")}
        </Notice>
      )}
      {stands === "ended" && (
        <Notice tone="refused" title={t("ended")}>
          {t("endedText")}
        </Notice>
      )}
      <Panel title={t("title")}>
        <p>{changed === 0 ? t("none") : t("count", { count: changed })}</p>
        {verify.length > 0 && (
          <p className="mt-1 text-muted">{t("verify", { names: verify.join(t("comma")) })}</p>
        )}
      </Panel>
    </>
  );
}
