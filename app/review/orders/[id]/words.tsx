import { getTranslations } from "next-intl/server";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import { Newer } from "./newer";

/** What the reviewer is told above the fields: who does not answer, look-ups to make, a newer policy. Null when there is nothing to say. */
export async function wordsFor({ order, openLookUps, newerPolicy, silent }: Workbench) {
  if (openLookUps === 0 && newerPolicy === null && silent.length === 0) return null;
  const t = await getTranslations("handover.lookUps");
  return (
    <>
      <div className="px-4 pt-4 empty:hidden sm:px-6">
        <SilentSystems systems={silent} />
      </div>
      {openLookUps > 0 && (
        <div className="px-4 pt-4 sm:px-6">
          <Notice
            tone="you"
            title={t("notice", { count: openLookUps })}
            actions={
              <ButtonLink size="small" href={`/review/orders/${order.id}/look-ups`}>
                {t("link")}
              </ButtonLink>
            }
          />
        </div>
      )}
      {newerPolicy && <Newer newer={newerPolicy} />}
    </>
  );
}
