import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzleOver } from "@/db/connection";
import { verifyAuditChain } from "@/lib/audit";
import type { Look } from "./look";

function damage(name: string, db: Sqlite.Database): string[] {
  const pages = db.pragma("integrity_check", { simple: true });
  const references = db.pragma("foreign_key_check") as readonly unknown[];
  return [
    ...(pages === "ok" ? [] : [`${name}: ${String(pages)}`]),
    ...(references.length === 0 ? [] : [`${name}: ${references.length} references lead nowhere`]),
  ];
}

/** What is wrong with the files themselves, the audit, and what uploads leave in clear. */
export async function storeFaults(look: Look): Promise<readonly string[]> {
  const limits = new Sqlite(join(look.dataDir, "limits.db"), { readonly: true, timeout: 5_000 });
  try {
    const chain = await verifyAuditChain(drizzleOver(look.icp));
    return [
      ...damage("icp.db", look.icp),
      ...damage("authority.db", look.authority),
      ...damage("limits.db", limits),
      ...(chain.intact ? [] : [`the audit chain is broken at ${chain.seq}: ${chain.cause}`]),
      ...clearTextFaults(look.dataDir),
    ];
  } finally {
    limits.close();
  }
}

/** An upload that was cut off is a document in clear: the next start removes it. */
function clearTextFaults(dataDir: string): string[] {
  const folder = join(dataDir, "tmp");
  const left = existsSync(folder) ? readdirSync(folder) : [];
  return left.length === 0 ? [] : [`${left.length} cut-off uploads lie in clear in ${folder}`];
}
