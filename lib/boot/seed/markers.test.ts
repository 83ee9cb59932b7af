import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXTRAS } from "./extra-data";
import { APPLICANTS, type ApplicantSeed } from "./persona-data";
import { personOf } from "./situations-documents";

/**
 * A whole sandbox is seeded by another process, as `npm start` does it, with the log turned up: every order lives from
 * its first answer to the register. Nothing personal of it may be readable afterwards.
 */
const SEEDS: readonly ApplicantSeed[] = [...APPLICANTS, ...EXTRAS];
const personal = SEEDS.flatMap((seed) => {
  const people = seed.second ? [seed.lead, seed.second] : [seed.lead];
  return [
    ...people.flatMap((person) => {
      const { name, idNo, phone1, emergencyPhone } = personOf("ppl_any", person, "");
      return [name, idNo, phone1, emergencyPhone];
    }),
    ...["lead", "second"].map((who) => `${who}@${seed.domains[0]}`),
    seed.email,
    seed.account.idNo,
    seed.account.address,
  ].filter((value) => value !== undefined);
});
const AFTER = ["均为空号", "公司停业", "022-23000091", "续费宽限期", "旧名称下的网站", "已过户到本公司名下"];
const said = ["本人接听", "无人接听", "营业执照下半部分反光", "名称过于简短", "不含论坛", ...AFTER];
const MARKERS: readonly string[] = [...new Set([...personal, ...said])];

let folder: string;
let output = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-markers-"));
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/prepare.ts"];
  const env = { ...process.env, DATA_DIR: folder, LOG_LEVEL: "debug", NODE_OPTIONS: "" };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  output = stdout + stderr;
  expect(status, output).toBe(0);
}, 90_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const found = (text: string) => MARKERS.filter((marker) => text.includes(marker));

/** Every cell of every table as text, blobs too. */
function cellsOf(file: string): string {
  const database = new Sqlite(join(folder, file), { readonly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const cells = tables.flatMap((table) => {
    const rows = database.prepare(`select * from "${table}"`).raw().all() as unknown[][];
    return rows.flat().map((cell) => (Buffer.isBuffer(cell) ? cell.toString("utf8") : String(cell)));
  });
  database.close();
  return cells.join("\n");
}

describe("personal values", () => {
  it.each(["icp.db", "authority.db"])("stand in no cell of %s", (file) => {
    const cells = cellsOf(file);
    expect(cells).toContain("上海观澜样例设计有限公司");
    expect(found(cells)).toEqual([]);
  });

  it("stand in no byte of any file, whatever page or journal it lies in", () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(80);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name));
      expect(
        MARKERS.filter((marker) => bytes.includes(marker)),
        name,
      ).toEqual([]);
    }
  });

  it("stand in no line of the log", () => {
    expect(output).toContain("sandbox seeded");
    expect(found(output)).toEqual([]);
  });
});
