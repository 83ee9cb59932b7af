import "server-only";
import { and, eq, inArray, ne } from "drizzle-orm";
import type { Reader } from "@/db/client";
import * as t from "@/db/schema";
import type { Tx } from "@/db/transaction";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import { allDomains } from "@/lib/filing/application/service-domains";
import { HANDOVER_OPEN } from "@/lib/filing/handover/records";
import { blindIndex } from "@/lib/secrets";
import type { SubmissionPayload } from "../gateway";

type Nature = SubmissionPayload["application"]["entity"]["nature"];

const plain = (certNo: string): string => certNo.trim().toUpperCase();

/** The organiser's certificate as the register keys it. */
export const certHash = (nature: Nature, certNo: string): string =>
  blindIndex(nature === NATURE_PERSON ? "id_no" : "cert", plain(certNo));

/** The same where nobody says whether it is a unit's or a person's. */
export const certHashes = (certNo: string): readonly string[] => [
  blindIndex("cert", plain(certNo)),
  blindIndex("id_no", plain(certNo)),
];

export const domainHash = (domain: string): string => blindIndex("domain", domainKey(domain));

/** Keyed hashes of what may be in flight only once. */
export async function writeMarks(tx: Tx, sequence: number, payload: SubmissionPayload): Promise<void> {
  const { certNo, nature } = payload.application.entity;
  await tx.insert(t.manualMarks).values([
    { sequence, kind: "cert" as const, hash: certHash(nature, certNo ?? "") },
    ...allDomains(payload.application).map((domain) => ({
      sequence,
      kind: "domain" as const,
      hash: domainHash(domain),
    })),
  ]);
}

/** Which of the hashes a submission carries that the authority still owes an answer, of another order. */
export async function marksInFlight(
  db: Reader | Tx,
  kind: "cert" | "domain",
  hashes: readonly string[],
  exceptOrder?: string,
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .select({ hash: t.manualMarks.hash })
    .from(t.manualMarks)
    .innerJoin(t.manualSubmissions, eq(t.manualSubmissions.sequence, t.manualMarks.sequence))
    .where(
      and(
        eq(t.manualMarks.kind, kind),
        inArray(t.manualMarks.hash, [...hashes]),
        inArray(t.manualSubmissions.state, [...HANDOVER_OPEN]),
        exceptOrder === undefined ? undefined : ne(t.manualSubmissions.orderId, exceptOrder),
      ),
    );
  return new Set(rows.map(({ hash }) => hash));
}
