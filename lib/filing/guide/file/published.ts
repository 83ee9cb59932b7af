import { z } from "zod";
import { ApplicationDraft } from "../../application/draft";
import { ServingFeed } from "../../serving/feed";
import { CheckFile } from "./schema";

/** What `public/schema` describes for those who make documents by machine, or read ours, by file name. */
export const PUBLISHED = {
  "application.json": ApplicationDraft,
  "check.json": CheckFile,
  "serving.json": ServingFeed,
} as const;

/** A published schema as the text of its file; `npm run schema` writes it, a test compares it. */
export const schemaText = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), null, 2)}\n`;
