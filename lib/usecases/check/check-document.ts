import "server-only";
import { clock } from "@/lib/clock";
import { checkFile } from "@/lib/filing/guide/file/check-file";
import {
  type CheckLanguage,
  type CheckReport,
  checkReport,
  type SchemaReport,
} from "@/lib/messages/check-text";
import { currentPolicy } from "../policy/current-policy";

/** Checks a file as the command line does, by this provider's policy; nothing of it is kept. */
export async function checkDocument(
  raw: unknown,
  {
    at = clock().now(),
    lang = "zh",
  }: { readonly at?: number | undefined; readonly lang?: CheckLanguage | undefined },
): Promise<CheckReport | SchemaReport> {
  return checkReport(checkFile(raw, { at, policy: await currentPolicy(at) }), lang);
}
