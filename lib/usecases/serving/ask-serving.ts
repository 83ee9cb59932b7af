import "server-only";
import { read } from "@/db/client";
import { clock } from "@/lib/clock";
import { lagMinutesAt, servingAnswer } from "@/lib/filing/serving/answer";
import type { ServingAnswer } from "@/lib/filing/serving/feed";
import { type AskedName, askedName } from "@/lib/filing/serving/names";
import { type FieldRefusal, refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import { currentPolicy, policyOverrides } from "../policy/current-policy";
import { filedElsewhere } from "./elsewhere";
import { standingsOf } from "./standings";

/** May these be served here, since when, and why not: in the order asked, each by its ASCII form. */
export async function askServing(
  domains: readonly string[],
): Promise<Result<{ readonly domains: readonly ServingAnswer[] }>> {
  const { suffixes } = await currentPolicy();
  const names = domains.map((text) => askedName(text, suffixes));
  const wrong = names.flatMap((name, index): FieldRefusal[] =>
    name === null ? [{ path: `domain.${index}`, reason: "input.form" }] : [],
  );
  if (wrong.length > 0) return fail(refuse("invalid", { reason: "input.invalid", fields: wrong }));
  const asked = names.filter((name) => name !== null);
  return ok({ domains: await answersTo(asked, true) });
}

/** `wide`: of names never filed here the authority is asked as well. */
export async function answersTo(
  asked: readonly AskedName[],
  wide: boolean,
  now: number = clock().now(),
): Promise<readonly ServingAnswer[]> {
  const standings = await standingsOf(read(), asked);
  const overrides = await policyOverrides();
  const isUnknown = ({ key }: AskedName) => (standings.get(key)?.filed.length ?? 0) === 0;
  const elsewhere = await filedElsewhere(wide ? asked.filter(isUnknown) : []);
  const lagMinutes = (at: number) => lagMinutesAt(at, overrides);
  return asked.map((name) =>
    servingAnswer(
      name.key,
      standings.get(name.key) ?? { filed: [], accessed: [] },
      isUnknown(name) ? elsewhere(name) : null,
      { now, lagMinutes },
    ),
  );
}
