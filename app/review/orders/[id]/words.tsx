import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import { Newer } from "./newer";

/** What the reviewer is told above the fields: look-ups to make, a newer policy. Null when there is nothing to say. */
export async function wordsFor({ order, openLookUps, newerPolicy }: Workbench) {
  if (openLookUps === 0 && newerPolicy === null) return null;
  const t = await getTranslations("handover.lookUps");
  return (
    <>
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
