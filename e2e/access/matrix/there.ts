import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { settingByKey } from "../../../lib/filing/policy/provider";
import type { TestServer } from "../../support/server";
import type { Objects } from "./objects";
import type { Asked } from "./row";

/** Every text and number that stands in a cell of the provider's or the authority's database. */
function cellsOf({ dataDir }: TestServer): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const file of ["icp.db", "authority.db"]) {
    const db = new Database(`${dataDir}/${file}`, { readonly: true, fileMustExist: true });
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const table of tables as string[])
      for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
        for (const cell of row) if (!Buffer.isBuffer(cell)) cells.add(String(cell));
    db.close();
  }
  return cells;
}

/** Whether the data holds what is asked for: by its id, by the hash of a secret, or by the name of a setting. */
export function thereIn(server: TestServer): (asked: Asked) => boolean {
  const cells = cellsOf(server);
  const hashed = (id: string) => createHash("sha256").update(id).digest("base64url");
  return ({ id }) => cells.has(id) || cells.has(hashed(id)) || settingByKey(id) !== undefined;
}

/** What a kind lacks: nothing real, something left out without a reason, or an unknown thing that is known. */
export function lackingOf({ own, foreign, unknown }: Objects, isThere: (asked: Asked) => boolean): string[] {
  const things = [...("none" in own ? [] : [own]), ...("none" in foreign ? [] : foreign)];
  const reasons = [own, foreign].flatMap((one) => ("none" in one ? [one.none] : []));
  return [
    ...(things.length === 0 ? ["nothing of it is real"] : []),
    ...(!("none" in foreign) && foreign.length === 0 ? ["nothing foreign, and no reason"] : []),
    ...things.filter((one) => !isThere(one)).map(({ id }) => `${id} is not there`),
    ...reasons.filter((why) => why.length < 20).map((why) => `"${why}" is no reason`),
    ...(isThere(unknown) ? ["the unknown one is known"] : []),
  ];
}
