import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaText } from "@/lib/filing/guide/file/published";
import { DomainsAnswer, PUBLISHED_SYSTEMS } from "./protocol";

test.each(Object.entries(PUBLISHED_SYSTEMS))(
  "public/schema/systems/%s is current (npm run schema writes it)",
  (name, schema) => expect(readFileSync(`public/schema/systems/${name}`, "utf8")).toBe(schemaText(schema)),
);

test("the exchange that README shows is one", () => {
  const [, said = ""] =
    /<!-- answer:begin -->\n```json\n([\s\S]*?)\n```/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(DomainsAnswer.safeParse(JSON.parse(said))).toMatchObject({ success: true });
});
