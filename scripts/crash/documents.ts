import { createHash } from "node:crypto";
import { unwrap } from "@/lib/secrets";
import { LocalStorage } from "@/lib/storage/local";
import type { Look } from "./look";

interface FileRow {
  readonly id: string;
  readonly order_id: string;
  readonly storage_key: string;
  readonly thumb_key: string | null;
  readonly bytes: number;
  readonly stored_sha256: string;
  readonly wrapped_key: Buffer;
}

/** Files an approved order is about to drop, or has dropped before its rows: whether they are there says nothing. */
const DROPPED = `o.state = 'APPROVED' AND EXISTS
  (SELECT 1 FROM materials m WHERE m.file_id = f.id AND (m.replaced_at IS NOT NULL OR m.code = 'ANSWER'))`;

/** Every document the database names: on disk, whole, and what it was when it came. */
export class DocumentProof {
  /** Files never change: what was read once need not be read after every kill. */
  private readonly read = new Set<string>();

  async faults(look: Look, { all }: { readonly all: boolean }): Promise<readonly string[]> {
    if (all) this.read.clear();
    const files = new LocalStorage(`${look.dataDir}/files`);
    const rows = look.rows<FileRow>(
      `SELECT f.id, f.order_id, f.storage_key, f.thumb_key, f.bytes, f.stored_sha256, o.wrapped_key
         FROM files f JOIN orders o ON o.id = f.order_id WHERE o.wrapped_key IS NOT NULL AND NOT (${DROPPED})`,
    );
    const faults: string[] = [];
    for (const row of rows) {
      if (this.read.has(row.id)) continue;
      const fault = await faultOf(files, row);
      if (fault === null) this.read.add(row.id);
      else faults.push(`file ${row.id} of order ${row.order_id}: ${fault}`);
    }
    return [...faults, ...this.lonely(look)];
  }

  /** A file's row and the row of its slot are written together. */
  private lonely(look: Look): string[] {
    const rows = look.rows<{ id: string }>(
      "SELECT id FROM files f WHERE (SELECT count(*) FROM materials m WHERE m.file_id = f.id) <> 1",
    );
    return rows.map(({ id }) => `file ${id} fills no slot, or several`);
  }
}

async function faultOf(files: LocalStorage, row: FileRow): Promise<string | null> {
  try {
    const key = unwrap(row.wrapped_key);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of await files.read(row.storage_key, key)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
    if (bytes !== row.bytes || hash.digest("hex") !== row.stored_sha256) return "is another one";
    if (row.thumb_key !== null) for await (const _ of await files.read(row.thumb_key, key));
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.message}` : String(error);
  }
}
