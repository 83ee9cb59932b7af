import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkFile } from "@/lib/filing/guide/file/check-file";
import { CHECK_FILE_MAX_BYTES } from "@/lib/filing/guide/file/schema";
import { policyAt } from "@/lib/filing/policy";
import { CHECK_LANGUAGES, type CheckLanguage, checkReport } from "@/lib/messages/check-text";
import { parseIsoTime } from "@/lib/messages/iso-time";
import { type MessageParams, translator } from "@/lib/messages/translator";

/**
 * Checks one file from the command line, without a database: one JSON document on standard output, words for people on
 * standard error. Exit 0: nothing blocks; 1: something does; 2: nothing could be checked.
 */
const EXIT = { ok: 0, blocked: 1, refused: 2 } as const;

class Refused extends Error {
  constructor(
    readonly error: "usage" | "file" | "json",
    readonly key: string,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}

interface Asked {
  readonly file: string;
  readonly lang: CheckLanguage;
  readonly at: number;
}

const isLanguage = (value: string): value is CheckLanguage => Object.hasOwn(CHECK_LANGUAGES, value);

function askedFor(args: readonly string[]): Asked {
  const { tokens } = parseArgs({
    args: [...args],
    options: { now: { type: "string" }, lang: { type: "string" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const files: string[] = [];
  const given: { now?: string; lang?: string } = {};
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name !== "now" && token.name !== "lang")
      throw new Refused("usage", "unknown-option", { option: token.rawName });
    if (token.value === undefined) throw new Refused("usage", "no-value", { option: token.rawName });
    given[token.name] = token.value;
  }
  const lang = given.lang ?? "zh";
  if (!isLanguage(lang)) throw new Refused("usage", "bad-lang", { value: lang });
  const at = given.now === undefined ? Date.now() : parseIsoTime(given.now);
  if (at === undefined) throw new Refused("usage", "bad-now", { value: given.now ?? "" });
  const [file] = files;
  if (file === undefined) throw new Refused("usage", "no-file");
  if (files.length > 1) throw new Refused("usage", "many-files");
  return { file, lang, at };
}

/** Reads no further than the limit, whatever the file is: a pipe has no size to ask for. */
async function bytesOf(file: string): Promise<Buffer> {
  const stream = file === "-" ? process.stdin : createReadStream(resolve(process.env.INIT_CWD ?? ".", file));
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stream) {
    total += chunk.length;
    if (total > CHECK_FILE_MAX_BYTES)
      throw new Refused("file", "too-large", { limit: String(CHECK_FILE_MAX_BYTES) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(file: string): Promise<Buffer> {
  try {
    return await bytesOf(file);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const reason = error instanceof Error && "code" in error ? String(error.code) : "?";
    throw new Refused("file", "unreadable", { file, reason });
  }
}

function parse(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refused("json", "bad-json", { file });
  }
}

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** The language of what goes wrong before the arguments are understood. */
const languageOf = (args: readonly string[]) => {
  const at = args.indexOf("--lang");
  return translator(args[at + 1] === "en" || args.includes("--lang=en") ? "en" : "zh-CN");
};

async function run(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${languageOf(args)("check.usage")}\n`);
    return EXIT.ok;
  }
  const { file, lang, at } = askedFor(args);
  const raw = parse(file, await read(file));
  const report = checkReport(checkFile(raw, { at, policy: policyAt(at) }), lang);
  print(report);
  if (!("error" in report)) return report.ok ? EXIT.ok : EXIT.blocked;
  const t = languageOf(args);
  tell(t("check.refused", { count: report.violations.length }));
  for (const { path, message } of report.violations) tell(`  ${path || "."}: ${message}`);
  return EXIT.refused;
}

/** Says why nothing was checked. A defect of this program counts as that, too: 1 would blame the application. */
function tellRefusal(error: unknown, args: readonly string[]): void {
  if (!(error instanceof Refused)) {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return;
  }
  const t = languageOf(args);
  const message = t(`check.${error.key}`, error.params);
  print({ error: error.error, message });
  tell(message);
  if (error.error === "usage") tell(t("check.usage"));
}

// Whoever reads only the beginning (`| head`) has had enough: no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const args = process.argv.slice(2);
try {
  process.exitCode = await run(args);
} catch (error) {
  tellRefusal(error, args);
  process.exitCode = EXIT.refused;
}
