import "server-only";
import { SYSTEMS } from "@/lib/systems/settings";
import type { DoctorFinding } from "./finding";
import { lookAtIssuer } from "./issuers";
import { lookAtGateway, lookAtLine, lookAtMail, lookAtSms, lookAtWebhooks, lookAtWork } from "./neighbours";
import { lookAtAddress, lookAtPlace } from "./place";
import { lookAtStaff } from "./staff";
import { lookAtAudit, lookAtClock, lookAtDatabase, lookAtDocuments, lookAtKeys } from "./store";
import { lookAtSystem } from "./systems";

export type { DoctorFinding } from "./finding";

/**
 * Looks at everything an installation needs and changes nothing; safe beside a running server. What a broken database
 * would only repeat is not asked.
 */
export async function examine(): Promise<readonly DoctorFinding[]> {
  const place = lookAtPlace();
  const around = [
    lookAtAddress(),
    await lookAtMail(),
    lookAtSms(),
    await lookAtIssuer("customers"),
    await lookAtIssuer("staff"),
    ...(await Promise.all(SYSTEMS.map(lookAtSystem))),
  ];
  if (place.some(({ name, level }) => name === "data" && level === "fail")) return [...place, ...around];
  const database = lookAtDatabase();
  if (database.level !== "ok") return [...place, database, ...around];
  const inside = [];
  const looks = [
    lookAtKeys,
    lookAtAudit,
    lookAtDocuments,
    lookAtClock,
    lookAtWork,
    lookAtLine,
    lookAtWebhooks,
    lookAtStaff,
    lookAtGateway,
  ];
  for (const look of looks) inside.push(await look());
  return [...place, database, ...inside, ...around];
}
