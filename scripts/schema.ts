import { writeFileSync } from "node:fs";
import { PUBLISHED, schemaText } from "@/lib/filing/guide/file/published";

// `npm run schema`: writes the JSON Schemas of the documents others make by machine. A test says when they are stale.
for (const [name, schema] of Object.entries(PUBLISHED)) {
  writeFileSync(`public/schema/${name}`, schemaText(schema));
  console.log(`public/schema/${name}: written`);
}
