import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { ApplicationDraft } from "./draft";

it("the published JSON Schema is current (scripts/schema.ts writes it)", () => {
  const published: unknown = JSON.parse(readFileSync("public/schema/application.json", "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(ApplicationDraft, { io: "input" }))));
});
