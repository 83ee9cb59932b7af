import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { closeDatabase } from "@/db/registry";
import { env } from "@/lib/env";
import { IMPORT_KINDS } from "@/lib/imports/kinds";
import { translator } from "@/lib/messages/translator";
import { confirmImport, previewImport } from "@/lib/usecases/imports/import-file";
import { backUp } from "@/lib/usecases/system/backup/back-up";
import { restore } from "@/lib/usecases/system/backup/restore";
import { examine } from "@/lib/usecases/system/doctor";
import { sendTestMail } from "@/lib/usecases/system/test-mail";

const print = (line: string) => process.stdout.write(`${line}\n`);
const here = (path: string) => resolve(process.env.ICP_CALLED_FROM ?? ".", path);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const sizeOf = (files: readonly { bytes: number }[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** What the operator can mend is one sentence; anything else keeps its stack. */
const KNOWN = new Set([
  "BackupError",
  "DamagedDatabaseError",
  "DeliveryError",
  "MigrationError",
  "NoSecretsError",
]);

const commands: Readonly<
  Record<string, (argument: string | undefined, second: string | undefined) => Promise<number>>
> = {
  async backup(to) {
    const stamp = new Date().toISOString().replace(/[:.]/g, "-");
    const { directory, manifest } = await backUp(here(to ?? `backups/icp-${stamp}`));
    print(
      `${directory}: ${manifest.files.length} files, ${megabytes(sizeOf(manifest.files))}, as of ${manifest.at}`,
    );
    print(
      "The keys are not in it: keep secrets.json (or the ICP_… keys) somewhere else, or nothing of it can be read.",
    );
    return 0;
  },

  async restore(from) {
    if (from === undefined) return usage();
    const manifest = await restore(here(from));
    print(`Restored ${manifest.files.length} files of ${manifest.at} into ${env.DATA_DIR}.`);
    return 0;
  },

  import: importCommand,

  async doctor() {
    const findings = await examine();
    const width = Math.max(...findings.map(({ name }) => name.length));
    for (const { level, name, text } of findings) print(`${level.padEnd(4)}  ${name.padEnd(width)}  ${text}`);
    return findings.some(({ level }) => level === "fail") ? 1 : 0;
  },

  async "mail:test"(to) {
    if (to === undefined) return usage();
    await sendTestMail(to);
    print("The server took the mail. Look into the mailbox, the spam folder too.");
    return 0;
  },
};

/** `import KIND FILE`: the dry run and the import of the page, at once; every bad row is named and nothing is kept then. */
async function importCommand(kind: string | undefined, path: string | undefined): Promise<number> {
  const known = IMPORT_KINDS.find((one) => one === kind);
  if (known === undefined || path === undefined) return usage();
  const bytes = readFileSync(here(path));
  const preview = await previewImport("operator", { kind: known, bytes });
  if (!preview.ok) throw new Error(preview.error.code);
  const { sha256, basis, problems, problemCount } = preview.value;
  const t = translator("en");
  for (const { line, column, reason, params } of problems)
    print(`line ${line}  ${column ?? "row"}  ${t(`imports.problem.${reason}`, params)}`);
  if (problemCount > 0) {
    print(`${problemCount} problems: nothing was imported.`);
    return 1;
  }
  const done = await confirmImport("operator", { kind: known, bytes, sha256, basis });
  if (!done.ok) throw new Error(done.error.code);
  const { added, changed, removed, unchanged } = done.value;
  print(`${known}: ${added} added, ${changed} changed, ${removed} removed, ${unchanged} as before.`);
  return 0;
}

async function usage(): Promise<number> {
  print(
    "npm run backup [-- DIRECTORY]   npm run restore -- DIRECTORY   npm run doctor   npm run mail:test -- ADDRESS   npm run import -- KIND FILE.csv",
  );
  return 2;
}

const [name = "", argument, second] = process.argv.slice(2);
try {
  process.exitCode = await (commands[name] ?? usage)(argument, second);
} catch (error) {
  console.error(error instanceof Error && KNOWN.has(error.name) ? error.message : error);
  process.exitCode = 1;
} finally {
  closeDatabase();
}
