import "server-only";
import type { PublicRecord } from "@/lib/authority/gateway";
import { domainKey } from "@/lib/filing/application/identifiers/domain-name";
import { parseRecordNumber } from "@/lib/filing/application/identifiers/filing-number";
import type { FieldRefusal } from "@/lib/filing/shared/refusal";
import type { Sources } from "../../facts/sources";
import { askAuthority } from "../../system/authority-line";
import type { OrderStart } from "./start";

/** Answers with a filing number among them, or what is wrong with that; `null`: the register was not to be asked. */
export type Named =
  | { readonly input: OrderStart }
  | { readonly problems: readonly FieldRefusal[] }
  | { readonly silent: true };

/** The number's own form: readable, of a service, and of the kind that was chosen. */
function formProblem(number: string, { service }: OrderStart): string | null {
  const parsed = parseRecordNumber(number);
  if (parsed === null) return "start.number";
  if (parsed.service === undefined) return "start.number-entity";
  const { suffix } = parsed.service;
  if (suffix === "X" || suffix === "K") return "start.number-other";
  return (suffix === "A") === (service === "APP") ? null : "start.number-kind";
}

/**
 * Whoever knows the number of what is filed need not type its domain: the public register has it. A register that shows
 * nothing under the number says nothing against it where only people can look it up; the domain decides then.
 */
export async function namedService(input: OrderStart, sources: Sources): Promise<Named> {
  const number = input.number?.trim() ?? "";
  if (number === "") return { input };
  const wrong = (reason: string) => ({ problems: [{ path: "number", reason }] });
  const problem = formProblem(number, input);
  if (problem !== null) return wrong(problem);
  const records = await sources.ask("authority", () => askAuthority((far) => far.query({ number })));
  if (records === null) return { silent: true };
  const [record]: readonly (PublicRecord | undefined)[] = records;
  if (input.domain === "")
    return record?.domains[0] === undefined
      ? wrong("start.number-unknown")
      : { input: { ...input, domain: record.domains[0] } };
  return record === undefined || record.domains.includes(domainKey(input.domain))
    ? { input }
    : wrong("start.number-domain");
}
