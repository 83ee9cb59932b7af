import "server-only";
import { createHash } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import { withTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit";
import type { AtDesk } from "@/lib/authority/manual/desk";
import { clock } from "@/lib/clock";
import type { Actor } from "@/lib/filing/access";
import { isOpen } from "@/lib/filing/handover/records";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { unwrap } from "@/lib/secrets";
import { storage } from "@/lib/storage";
import { isDocument } from "../materials/current-materials";
import { type ArchiveFile, archive, once } from "./archive";
import { materialName } from "./archive-names";
import { atDesk, holderOf, mayKeyIn, ofOther } from "./desk";
import { applicationSheets } from "./sheets";

export interface Download {
  readonly name: string;
  readonly body: ReadableStream<Uint8Array>;
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const text = (name: string, bytes: Uint8Array): ArchiveFile & { readonly sha256: string } => ({
  name,
  packed: false,
  bytes: () => once(bytes),
  sha256: sha256(bytes),
});

/**
 * A submission as an archive to key in from: fields as JSON and as a workbook, the documents as they are kept (whole,
 * without a watermark, because the authority gets them), checksums. Each download is audited before the first byte leaves.
 * Only for who took it (`takeHandover`) or a supervisor, and only while the authority owes an answer.
 */
export async function downloadHandover(
  actor: Actor,
  { sequence }: { readonly sequence: number },
): Promise<Result<Download>> {
  const now = clock().now();
  const admitted = await withTransaction(async (tx): Promise<Result<AtDesk>> => {
    const desk = await atDesk(tx, actor, sequence);
    if (!desk.ok) return desk;
    const { state } = desk.value.row;
    if (state === "received" || !isOpen(state))
      return fail(refuse("wrong_state", { reason: `handover.in-${state}` }));
    if (!mayKeyIn(actor, await holderOf(tx, sequence))) return ofOther;
    await audit(tx, {
      ...{ actorId: actor.userId, action: "handover.downloaded", object: desk.value.row.orderId },
      outcome: "done",
      data: { sequence },
    });
    return desk;
  });
  if (!admitted.ok) return admitted;
  const files = await filesOf(admitted.value, now);
  return ok({ name: `handover-${sequence}.zip`, body: streamOf(archive(files, now)) });
}

async function filesOf({ row, payload, wrapped }: AtDesk, now: number): Promise<readonly ArchiveFile[]> {
  const key = unwrap(wrapped);
  const stored = await read()
    .select({ material: t.materials, file: t.files, number: t.orders.number })
    .from(t.materials)
    .innerJoin(t.files, eq(t.files.id, t.materials.fileId))
    .innerJoin(t.orders, eq(t.orders.id, t.materials.orderId))
    .where(and(eq(t.materials.orderId, row.orderId), isDocument, isNull(t.materials.replacedAt)))
    .orderBy(asc(t.materials.addedAt), asc(t.materials.id));
  const materials = stored.map(({ material, file }, index) => ({
    name: materialName(index, { ...material, mime: file.mime }),
    packed: true,
    bytes: () => storage().read(file.storageKey, key),
    sha256: file.storedSha256,
    described: {
      code: material.code,
      subject: material.subject,
      side: material.side,
      mime: file.mime,
      bytes: file.bytes,
    },
  }));
  const fields = [
    text("application.json", json(payload.application)),
    text("application.xlsx", await applicationSheets(payload.application)),
  ];
  const manifest = {
    format: "icp-handover",
    version: 1,
    sequence: row.sequence,
    order: stored[0]?.number ?? null,
    orderType: row.orderType,
    province: row.province,
    receivedAt: new Date(row.receivedAt).toISOString(),
    madeAt: new Date(now).toISOString(),
    files: [
      ...fields.map(({ name, sha256: sum }) => ({ name, sha256: sum })),
      ...materials.map(({ name, sha256: sum, described }) => ({ name, sha256: sum, ...described })),
    ],
  };
  return [...fields, ...materials, text("manifest.json", json(manifest))];
}

/** Pulled as it is read: nothing is made ahead of a slow line. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
