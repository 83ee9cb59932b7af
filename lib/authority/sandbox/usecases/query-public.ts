import "server-only";
import { env } from "@/lib/env";
import { parseFilingNumber } from "@/lib/filing/application/identifiers/filing-number";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { PublicRecord } from "../../gateway";
import { queryRegister } from "../public-query";

/** What anybody may ask the register. Sandbox only. */
export async function queryPublic(input: {
  readonly by: "domain" | "unit" | "number";
  readonly text: string;
}): Promise<Result<readonly PublicRecord[]>> {
  if (env.MODE !== "sandbox") return fail(refuse("not_found"));
  const text = input.text.trim();
  const invalid = (reason: string) => fail(refuse("invalid", { path: "text", reason: `query.${reason}` }));
  if (input.by === "domain")
    return text.includes(".") ? ok(await queryRegister({ domain: text })) : invalid("domain");
  if (input.by === "unit")
    return text.length >= 2 ? ok(await queryRegister({ unitName: text })) : invalid("unit");
  return parseFilingNumber(text) ? ok(await queryRegister({ number: text })) : invalid("number");
}
