import { join } from "node:path";
import Sqlite from "better-sqlite3";

export type Value = string | number | null;

/** How often something stands in one of the two databases; `SELECT count(*) …`, or any other number. */
export interface Count {
  readonly db: "icp" | "authority";
  readonly sql: string;
  readonly values: readonly Value[];
}

/** The data as of one moment, read beside the server: both databases, each in a transaction that only reads. */
export class Look {
  readonly icp: Sqlite.Database;
  readonly authority: Sqlite.Database;

  constructor(
    readonly dataDir: string,
    { frozen }: { readonly frozen: boolean },
  ) {
    const open = (file: string) => {
      const db = new Sqlite(join(dataDir, file), { readonly: true, fileMustExist: true, timeout: 5_000 });
      if (frozen) db.exec("BEGIN");
      return db;
    };
    // The authority is told by the provider, and tells nobody in the same transaction: looked at second, it knows
    // everything the first knows of.
    this.icp = open("icp.db");
    if (frozen) this.icp.prepare("SELECT count(*) FROM orders").get();
    this.authority = open("authority.db");
    if (frozen) this.authority.prepare("SELECT count(*) FROM submissions").get();
  }

  rows<T>(sql: string, ...values: readonly Value[]): readonly T[] {
    return this.icp.prepare(sql).all(...values) as T[];
  }

  row<T>(sql: string, ...values: readonly Value[]): T | undefined {
    return this.icp.prepare(sql).get(...values) as T | undefined;
  }

  atAuthority<T>(sql: string, ...values: readonly Value[]): readonly T[] {
    return this.authority.prepare(sql).all(...values) as T[];
  }

  /** NaN for NULL: it can no longer be said. */
  count({ db, sql, values }: Count): number {
    const found = (db === "icp" ? this.icp : this.authority)
      .prepare(sql)
      .pluck()
      .get(...values);
    return found === null ? Number.NaN : Number(found ?? 0);
  }

  close(): void {
    this.icp.close();
    this.authority.close();
  }
}
