import { rows, userOf } from "../../support/state";
import type { Maker } from "./maker";
import { FILED } from "./personas";

const filedEntity = (maker: Maker): string | undefined =>
  rows<{ id: string }>(
    maker.server,
    "SELECT e.id FROM entities e JOIN account_members m ON m.account_id = e.account_id WHERE m.user_id = ?",
    userOf(maker.server, FILED),
  )[0]?.id;

/** Something wrong with what somebody has filed, as staff found it. */
export async function openInspection(maker: Maker, staff: string): Promise<string> {
  const { inspectionId = "" } = await maker.does(
    staff,
    "app/review/inspections/actions.ts#openInspectionAction",
    {
      ...{ entityId: filedEntity(maker), failure: "ORGANIZER_ADDRESS", serviceId: null, domain: null },
      ...{ letterUntil: null, letterNumber: null, found: "matrix" },
    },
  );
  return inspectionId;
}

/** A request of who has something filed, to be cancelled by hand; its documents are still to come, so no ticket yet. */
export async function openManualRequest(maker: Maker): Promise<string> {
  const { requestId = "" } = await maker.does(
    FILED,
    "app/console/filings/[id]/manual/actions.ts#openManualAction",
    {
      ...{
        entityId: filedEntity(maker),
        kind: "CANCEL_ENTITY",
        serviceIds: [],
        applicant: "甲",
        consent: true,
      },
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
