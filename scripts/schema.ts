import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { PUBLISHED, schemaText } from "@/lib/filing/guide/file/published";
import { PUBLISHED_SYSTEMS } from "@/lib/systems/protocol";

// `npm run schema`: writes the JSON Schemas of the documents others make by machine. Tests say when they are stale.
const all = [
  ...Object.entries(PUBLISHED).map(([name, schema]) => [name, schemaText(schema)] as const),
  ...Object.entries(PUBLISHED_SYSTEMS).map(
    ([name, schema]) => [`systems/${name}`, schemaText(schema)] as const,
  ),
];
for (const [name, text] of all) {
  const path = `public/schema/${name}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`${path}: written`);
}
