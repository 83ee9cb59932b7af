import { getTranslations } from "next-intl/server";
import { WarningNote } from "@/components/filing/check/warning-note";
import { FindingList } from "@/components/filing/order/finding-list";
import { Messages } from "@/components/shell/messages";
import { Notice } from "@/components/ui/notice";
import { tell } from "@/lib/messages/tell";
import { findingWords } from "@/lib/messages/tell-findings";
import type { CheckView } from "@/lib/usecases/orders/get-check";
import { acknowledgeFindingAction } from "../../../actions";

type Props = { view: CheckView; titles: Readonly<Record<string, string>> };

/** What the book says of the whole application: what blocks, what is advised (each with a note), what is good to know. */
export async function Findings({ view, titles }: Props) {
  const t = await getTranslations("orders.check");
  const words = await findingWords();
  const told = <F extends CheckView["blocking"][number]>(findings: readonly F[]) =>
    findings.map((finding) => ({ ...finding, ...tell(words, finding) }));
  const { order, blocking, warnings, hints } = view;
  return (
    <>
      {blocking.length > 0 && (
        <Notice tone="refused" title={t("blocking", { count: blocking.length })}>
          <div className="mt-2">
            <FindingList findings={told(blocking)} titles={titles} />
          </div>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="you" title={t("advice", { count: warnings.length })}>
          <p className="mb-3 text-muted">{t("adviceText")}</p>
          <Messages namespaces={["orders.check.note"]}>
            <FindingList
              findings={told(warnings)}
              titles={titles}
              below={({ rule, path, note }) => (
                <WarningNote
                  orderId={order.id}
                  {...{ rule, path, note }}
                  acknowledge={acknowledgeFindingAction}
                />
              )}
            />
          </Messages>
        </Notice>
      )}
      {hints.length > 0 && (
        <Notice title={t("hints", { count: hints.length })}>
          <div className="mt-2">
            <FindingList findings={told(hints)} titles={titles} />
          </div>
        </Notice>
      )}
    </>
  );
}
