import "server-only";
import type { Elsewhere } from "@/lib/filing/serving/answer";
import type { AskedName } from "@/lib/filing/serving/names";
import { Sources } from "../facts/sources";
import { askAuthority } from "../system/authority-line";

/**
 * What the authority says of names this provider never knew, in one question. Where it cannot be asked, or only by hand,
 * nothing is known of the name: a machine is told that, and not that nobody filed it.
 */
export async function filedElsewhere(unknown: readonly AskedName[]): Promise<(name: AskedName) => Elsewhere> {
  if (unknown.length === 0) return () => null;
  const domains = [...new Set(unknown.flatMap(({ candidates }) => candidates))];
  const said = await new Sources().ask("authority", () =>
    askAuthority(async (far) => ({
      register: await far.lookUp({ domains }),
      byHand: await far.unasked({ domains }),
    })),
  );
  if (said === null) return () => null;
  const byHand = new Set(said.byHand.flatMap((one) => (one.kind === "domain" ? [one.domain] : [])));
  const { domains: known } = said.register;
  return ({ candidates }) => {
    if (candidates.some((name) => (known[name]?.filed ?? "no") !== "no")) return "filed";
    return candidates.some((name) => byHand.has(name) || known[name] === undefined) ? null : "free";
  };
}
