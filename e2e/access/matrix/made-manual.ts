import { rows, userOf } from "../../support/state";
import type { Maker } from "./maker";
import { FILED } from "./personas";

/** A request of who has something filed, to be cancelled by hand; its documents are still to come, so no ticket yet. */
export async function openManualRequest(maker: Maker): Promise<string> {
  const [entity] = rows<{ id: string }>(
    maker.server,
    "SELECT e.id FROM entities e JOIN account_members m ON m.account_id = e.account_id WHERE m.user_id = ?",
    userOf(maker.server, FILED),
  );
  const { requestId = "" } = await maker.does(
    FILED,
    "app/console/filings/[id]/manual/actions.ts#openManualAction",
    {
      ...{ entityId: entity?.id, kind: "CANCEL_ENTITY", serviceIds: [], applicant: "甲", consent: true },
      ...{ applicantId: "RESIDENT", phone: "13900000000", why: "phone and mailbox are gone" },
    },
  );
  return requestId;
}

/** What somebody wrote down of a letter to an authority. */
export async function noteOf(maker: Maker, persona: string): Promise<string> {
  const { noteId = "" } = await maker.does(persona, "app/console/offline/actions.ts#addOfflineNoteAction", {
    ...{
      about: "shell",
      province: "370000",
      subject: "鲁ICP备2020000001号",
      sent: "form",
      sentOn: "2026-10-01",
    },
  });
  return noteId;
}
