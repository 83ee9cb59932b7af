import "server-only";
import type { Tx } from "@/db/transaction";
import type { InspectionTold } from "@/lib/notify/events";
import { tellOfFiling } from "../system/tell-of-filing";
import type { Inspection } from "./store";

/** The last minute that counts: "until 23:59" reads as the whole day it is. */
const MINUTE = 60_000;

/** Tells everybody of the account: codes, numbers and the day; what staff wrote stands on the page. */
export const tellOwner = (
  tx: Tx,
  { row, entity }: Inspection,
  event: InspectionTold,
  deadline = row.deadline,
): Promise<void> =>
  tellOfFiling(
    tx,
    entity.accountId,
    {
      event,
      params: {
        filingNumber: entity.number,
        failure: row.failure,
        domain: row.domain ?? "",
        deadlineAt: deadline - MINUTE,
      },
    },
    false,
  );
