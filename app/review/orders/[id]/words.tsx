import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/filing/check/changes";
import { FiledComparison } from "@/components/filing/check/filed-comparison";
import { SilentSystems } from "@/components/shell/silent-systems";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ComparedGroup } from "@/lib/filing/rules/filed-comparison";
import type { ChangesView } from "@/lib/usecases/orders/round-changes";
import type { Workbench } from "@/lib/usecases/review/get-workbench";
import { Newer } from "./newer";

/**
 * What the reviewer is told above the fields: who does not answer, look-ups to make, a newer policy, what is filed of
 * what is taken over, what changed since the last round. Null when there is nothing to say.
 */
export async function wordsFor({ order, openLookUps, newerPolicy, changes, compared, silent }: Workbench) {
  const nothing = openLookUps === 0 && newerPolicy === null && changes === null;
  if (nothing && compared.length === 0 && silent.length === 0) return null;
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
      {compared.length > 0 && (
        <div className="px-4 pt-4 sm:px-6">
          <FiledComparison groups={compared} open={compared.some(differs)} />
        </div>
      )}
      {changes && <SinceLastRound changes={changes} />}
    </>
  );
}

const differs = ({ fields }: ComparedGroup): boolean => fields.some((field) => field.differs);

/** Open where something went: the fields below show what there is, with its earlier value, but not what is gone. */
async function SinceLastRound({ changes }: { changes: ChangesView }) {
  const t = await getTranslations("orders.changes");
  const { groups, files } = changes;
  const gone =
    [...groups, ...files].some(({ change }) => change === "removed") ||
    groups.some(({ fields }) => fields.some(({ after }) => after.length === 0));
  return (
    <details open={gone} className="mx-4 mt-4 rounded-panel border border-line px-4 py-2 sm:mx-6">
      <summary className="cursor-pointer py-1 font-semibold">{t("title", { round: changes.round })}</summary>
      <div className="py-2">
        <ChangeList changes={changes} />
      </div>
    </details>
  );
}
