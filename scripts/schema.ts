import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { ApplicationDraft } from "@/lib/filing/application/draft";

/**
 * Writes the JSON Schema of the application document for those who make one by machine.
 * `--check` only says whether the file is current.
 */
const FILE = "public/schema/application.json";
const text = `${JSON.stringify(z.toJSONSchema(ApplicationDraft, { io: "input" }), null, 2)}\n`;

if (process.argv.includes("--check")) {
  if (readFileSync(FILE, "utf8") === text) console.log(`${FILE} is current.`);
  else {
    console.error(`${FILE} is not current: run node --import tsx scripts/schema.ts`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, text);
  console.log(`wrote ${FILE}`);
}
