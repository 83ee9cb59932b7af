import {
  readSection,
  type SectionId,
  type SectionValue,
  serviceIdOf,
} from "@/lib/filing/application/draft-sections";
import { type OutlineField, outlineOf } from "@/lib/filing/application/outline";
import { isAbout } from "@/lib/filing/application/section-context";
import { type MoreDomain, moreDomainsOf } from "@/lib/filing/change/dropped";
import { type Lock, lockAt } from "@/lib/filing/change/locked";
import type { RuleContext } from "@/lib/filing/rules/types";

/** What a page of the form knows of the filing that is changed. */
export interface SectionChange {
  /** Why a field stays as it is filed, by id path. */
  readonly locks: Readonly<Record<string, Lock>>;
  /** The section as it is filed; null for a part that is not. */
  readonly filed: SectionValue | null;
  /** What is filed on this page, answer by answer. */
  readonly values: readonly OutlineField[];
  /** Further domains of this website, each with whether the change drops it. */
  readonly moreDomains: readonly MoreDomain[];
}

/** Fields of the form that no list of answers shows. */
const BESIDE = ["entity.recordNumber", "entity.legalRep", "entity.entityLead"];

/** Null for orders that change nothing filed. */
export function changeOfSection(context: RuleContext, section: SectionId): SectionChange | null {
  const basis = context.facts.registry?.basis?.application;
  if (basis === undefined) return null;
  const advice = context.policy.provinces[basis.entity.province ?? ""]?.advice;
  const answers = (app: typeof basis) =>
    outlineOf(app)
      .flatMap(({ fields }) => fields)
      .filter(({ path }) => isAbout(section, path));
  const numbers = basis.services.map(({ id }) => `services[${id}].serviceFilingNumber`);
  const paths = [...answers(context.application).map(({ path }) => path), ...BESIDE, ...numbers];
  const locks = paths
    .filter((path) => isAbout(section, path))
    .flatMap((path): [string, Lock][] => {
      const lock = lockAt(context.orderType, basis, path, advice);
      return lock === null ? [] : [[path, lock]];
    });
  return {
    locks: Object.fromEntries(locks),
    filed: readSection(basis, section) ?? null,
    moreDomains: moreDomainsOf(basis, context.application, serviceIdOf(section) ?? ""),
    values: [...answers(basis), ...besides(basis)].filter(({ path }) => isAbout(section, path)),
  };
}

/** The same for what no list shows. */
const besides = ({ entity }: RuleContext["application"]): readonly OutlineField[] =>
  entity.recordNumber === undefined
    ? []
    : [
        {
          ...{ path: "entity.recordNumber", key: "entity.recordNumber", kind: "mono" },
          ...{ values: [entity.recordNumber], sensitive: false },
        },
      ];
