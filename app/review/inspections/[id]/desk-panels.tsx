import { getTranslations } from "next-intl/server";
import { ExtendForm, JudgeForm } from "@/components/review/inspections/desk-forms";
import { ActButton } from "@/components/ui/act-button";
import { Panel } from "@/components/ui/panel";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { InspectionDesk } from "@/lib/usecases/inspection/get-inspection";
import {
  closeInspectionAction,
  extendInspectionAction,
  remindInspectionAction,
  sendBackInspectionAction,
} from "../actions";

/** What staff may do before its time is over; what cannot be done says why. */
export async function DeskPanels({ view }: { view: InspectionDesk }) {
  const t = await getTranslations("inspection.desk");
  const { id: inspectionId, version, why, extendFrom } = view;
  const known = { inspectionId, version };
  // Another version is another page: what was typed for the one before is gone with it.
  const key = String(version);
  return (
    <>
      <Panel title={t("close")}>
        {why.close === null ? (
          <JudgeForm key={key} kind="close" {...known} act={closeInspectionAction} />
        ) : (
          <Why refusal={why.close} />
        )}
      </Panel>
      {view.state === "REPORTED_FIXED" && (
        <Panel title={t("notFixed")}>
          <JudgeForm key={key} kind="notFixed" {...known} act={sendBackInspectionAction} />
        </Panel>
      )}
      <Panel title={t("remind")}>
        {why.remind === null ? (
          <ActButton action={remindInspectionAction} input={known} label={t("remind")} done={t("reminded")} />
        ) : (
          <Why refusal={why.remind} />
        )}
      </Panel>
      <Panel title={t("extend")}>
        {why.extend === null ? (
          <ExtendForm key={key} {...known} from={extendFrom} act={extendInspectionAction} />
        ) : (
          <Why refusal={why.extend} />
        )}
      </Panel>
    </>
  );
}

export async function Why({ refusal }: { refusal: Refusal }) {
  return <p className="text-muted">{refusalText(await getTranslations("errors"), refusal)}</p>;
}
