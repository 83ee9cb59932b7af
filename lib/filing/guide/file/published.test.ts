import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PUBLISHED, schemaText } from "./published";

test.each(Object.entries(PUBLISHED))(
  "public/schema/%s is current (npm run schema writes it)",
  (name, schema) => expect(readFileSync(`public/schema/${name}`, "utf8")).toBe(schemaText(schema)),
);
