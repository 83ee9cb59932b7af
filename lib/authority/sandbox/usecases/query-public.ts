import "server-only";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { PublicRecord } from "../../gateway";
import { queryRegister } from "../public-query";

export const QUERY_KINDS = ["domain", "unit", "number"] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What anybody may ask the register. */
export async function queryPublic(input: {
  readonly by: QueryKind;
  readonly text: string;
}): Promise<Result<readonly PublicRecord[]>> {
  const text = input.text.trim();
  const invalid = (reason: string) => fail(refuse("invalid", { path: "text", reason: `query.${reason}` }));
  if (input.by === "domain")
    return text.includes(".") ? ok(await queryRegister({ domain: text })) : invalid("domain");
  if (input.by === "unit")
    return text.length >= 2 ? ok(await queryRegister({ unitName: text })) : invalid("unit");
  return parseFilingNumber(text) ? ok(await queryRegister({ number: text })) : invalid("number");
}
