import "server-only";
import { read } from "@/db/client";
import type { Actor } from "@/lib/filing/access";
import { NATURE_PERSON } from "@/lib/filing/application/codes";
import { beginChange } from "@/lib/filing/change/begin";
import { type BeforeChange, beforeChange, type ChangeAbout } from "@/lib/filing/change/consequences";
import { type KindGuide, kindGuide } from "@/lib/filing/change/kind-guide";
import type { Policy } from "@/lib/filing/policy/types";
import type { WhyNot } from "@/lib/filing/registry/possible";
import { sameName } from "@/lib/filing/rules/parts";
import { ok, type Result } from "@/lib/filing/shared/result";
import { type AccountAsker, loadAsker } from "../facts/account";
import { type Source, Sources } from "../facts/sources";
import { currentPolicy } from "../policy/current-policy";
import { elsewhereOfBare, withElsewhere } from "../registry/elsewhere";
import { aroundOf, loadOwnFiling, type OwnFiling } from "../registry/own-filing";
import { type ChangeQuestion, questionsOf } from "./questions";

export interface BeforeChangeView {
  readonly entityId: string;
  readonly number: string;
  readonly province: string;
  readonly unitName: string | null;
  readonly about: ChangeAbout;
  readonly before: BeforeChange;
  /** From person to unit or back; null where the kind is not what changes. */
  readonly guide: KindGuide | null;
  /** Why the organiser cannot be changed now; null when he can. */
  readonly why: WhyNot | null;
  readonly openOrderId: string | null;
  readonly questions: readonly ChangeQuestion[];
  /** Figures of the sentences. */
  readonly figures: {
    readonly review: readonly [number, number];
    readonly authority: number;
    readonly domainDays: number;
  };
  readonly silent: readonly Source[];
}

/** What follows from changing an organiser's name, number or kind, and what was asked about it. */
export async function getBeforeChange(
  actor: Actor,
  { entityId, about }: { readonly entityId: string; readonly about: ChangeAbout },
): Promise<Result<BeforeChangeView>> {
  const db = read();
  const own = await loadOwnFiling(db, actor, entityId);
  if (!own.ok) return own;
  const filing = withElsewhere(own.value, await elsewhereOfBare(db, entityId));
  const { row, registry } = filing;
  const policy = await currentPolicy();
  const { openOrderId, ...around } = await aroundOf(db, row.accountId);
  const begun = beginChange(registry, { entity: true, services: [] }, around, policy);
  const why = begun.ok || begun.error.why === "nothing-chosen" ? null : begun.error.why;
  const sources = new Sources();
  const { accountId } = row;
  const asker = await loadAsker(db, accountId);
  const guide = about === "kind" ? await guideOf(filing, asker, { why, policy, sources }) : null;
  const { provider } = policy;
  return ok({
    ...{ entityId: row.id, number: row.number, province: row.province, unitName: row.unitName },
    ...{ about, why, openOrderId, guide, before: beforeChange(about, registry, policy) },
    questions: await questionsOf(db, { entityId: row.id, accountId }),
    figures: {
      review: provider.providerReviewWorkingDays,
      authority: provider.authorityReviewMaxWorkingDays,
      domainDays: provider.domainRealNameWait.hereNaturalDays,
    },
    silent: sources.silent(),
  });
}

async function guideOf(
  { registry }: OwnFiling,
  asker: AccountAsker,
  { why, policy, sources }: { why: WhyNot | null; policy: Policy; sources: Sources },
): Promise<KindGuide> {
  const { nature, province, name } = registry.entity?.document.entity ?? {};
  const wanted = nature === NATURE_PERSON ? "unit" : "person";
  const { kind } = asker.row;
  const verified = asker.realName !== null;
  const domains = [...new Set(registry.services.flatMap(({ ended, domains: all }) => (ended ? [] : all)))];
  const told = domains.length === 0 ? {} : await sources.domains((far) => far.lookUp(domains, asker));
  const fits = (domain: string): boolean | null => {
    const owner = told?.[domain]?.ownerName ?? null;
    if (owner === null) return null;
    // Until the account has become it, nobody here knows who the owner is to be: only that he is no longer who he was.
    if (kind !== wanted || !verified) return sameName(owner, name ?? "") ? false : null;
    return sameName(owner, asker.realName ?? "");
  };
  return kindGuide({
    ...{ nature, why, account: { kind, verified }, domainsFit: domains.map(fits) },
    province: policy.provinces[province ?? ""]?.advice.personToUnit,
  });
}
