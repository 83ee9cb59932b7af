import { parseArgs } from "node:util";
import { printPolicy } from "@/lib/filing/policy/print";
import { BOOK } from "@/lib/filing/rules";
import { parseIsoTime } from "@/lib/messages/iso-time";
import { loadMessages } from "@/lib/messages/load";

const HELP = `npm run -s policy -- [--at ISO] [--history]

Prints the facts the product ships with as one JSON document: provinces, provider, code tables, materials,
reasons of rejection, rules, calendar.
  --at ISO    as of this day (2025-04-22) or instant (2025-04-22T10:00:00+08:00), 1970 to 2999;
              without a zone it is Beijing time; default: now
  --history   with every known version of each fact
What a supervisor changed on /review/policy is not read.
`;

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

/** Rows of a code table with the official term of each id. */
function named<T extends { readonly id: number }>(table: readonly T[], words: string) {
  const codes = loadMessages("zh-CN").codes as Record<string, Record<string, string>>;
  return table.map((row) => ({ name: codes[words]?.[row.id], ...row }));
}

function documentOf(at: number, history: boolean) {
  const facts = printPolicy(at, history);
  return {
    ...facts,
    natures: named(facts.natures, "nature"),
    certificates: named(facts.certificates, "cert"),
    contents: named(facts.contents, "content"),
    languages: named(facts.languages, "language"),
    preApprovals: named(facts.preApprovals, "preApproval"),
    rules: BOOK.map(({ id, topic, level, source }) => ({ id, topic, level, source })),
  };
}

function run(): void {
  const { values } = parseArgs({
    options: { at: { type: "string" }, history: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const at = values.at === undefined ? Date.now() : parseIsoTime(values.at);
  if (at === undefined) {
    refuse(`--at ${values.at} is no day (2025-04-22) and no time (2025-04-22T10:00:00+08:00).`);
    return;
  }
  process.stdout.write(`${JSON.stringify(documentOf(at, values.history === true), null, 2)}\n`);
}

// Whoever reads only the beginning (`| head`) has had enough: no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  run();
} catch (error) {
  refuse(error instanceof Error ? error.message : String(error));
}
