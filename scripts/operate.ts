import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { closeDatabase } from "@/db/registry";
import { firstAdminSchema } from "@/lib/auth/account-forms";
import { prepare } from "@/lib/boot/prepare";
import { env } from "@/lib/env";
import { IMPORT_KINDS } from "@/lib/imports/kinds";
import { translator } from "@/lib/messages/translator";
import { confirmImport, previewImport } from "@/lib/usecases/imports/import-file";
import { type FirstAdmin, makeFirstAdmin } from "@/lib/usecases/staff/first-admin";
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
  "FirstAdminError",
  "MigrationError",
  "NoSecretsError",
  "UnsafeProductionError",
]);

type Command = (
  argument: string | undefined,
  second: string | undefined,
  all: readonly string[],
) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
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

  async admin(_argument, _second, all) {
    const asked = readAdmin(all);
    if (asked === null) return usage();
    await prepare();
    const { kind, url, recommendsFactor } = await makeFirstAdmin(asked);
    if (asked.mail) print("The link goes out by mail as soon as a server runs.");
    else print(url);
    print(
      kind === "invited"
        ? "It works once, for 72 hours: open it, set a password, and the console has an administrator."
        : "The user is an active administrator again, without a second step. The link sets a new password; it works once, for 30 minutes.",
    );
    if (recommendsFactor)
      print(
        "Recommended: Policy, group Account, second step of staff: required. Then staff sign in with a code, too.",
      );
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
  print("npm run admin -- --email ADDRESS --name NAME [--mail] [--recover]");
  return 2;
}

/** What `npm run admin` was told; null when it makes no sense. */
function readAdmin(args: readonly string[]): FirstAdmin | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        email: { type: "string" },
        name: { type: "string" },
        mail: { type: "boolean", default: false },
        recover: { type: "boolean", default: false },
      },
    });
    const parsed = firstAdminSchema.safeParse(values);
    if (parsed.success) return parsed.data;
    print("--email needs a complete address, --name the name colleagues will see (at most 40 characters).");
  } catch (error) {
    print(error instanceof Error ? error.message : "These options are not known.");
  }
  return null;
}

const [name = "", ...all] = process.argv.slice(2);
try {
  process.exitCode = await (commands[name] ?? usage)(all[0], all[1], all);
} catch (error) {
  console.error(error instanceof Error && KNOWN.has(error.name) ? error.message : error);
  process.exitCode = 1;
} finally {
  closeDatabase();
}
