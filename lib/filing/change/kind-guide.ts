import { NATURE_PERSON } from "../application/codes";
import type { PersonToUnit } from "../policy/province-advice";
import type { WhyNot } from "../registry/possible";

/** From which side to which the kind of an organiser goes; units among themselves need no guide. */
export type KindWay = "person-to-unit" | "unit-to-person";

/** Steps in the order they have to be gone (DF §12 #11, §15 B8). */
export const KIND_STEPS = {
  "person-to-unit": ["account", "domains", "change"],
  "unit-to-person": ["own-account", "migrate", "domains", "change"],
} as const satisfies Record<KindWay, readonly string[]>;
export type KindStepId = (typeof KIND_STEPS)[KindWay][number];

/** `later`: one before it is not done. `unknown`: nobody here can see it, or does not answer just now. */
export type StepState = "done" | "now" | "later" | "unknown" | "closed";

export interface KindStep {
  readonly id: KindStepId;
  readonly state: StepState;
}

/** What the guide looks at. */
export interface KindFacts {
  readonly nature: number | undefined;
  readonly province: PersonToUnit | undefined;
  /** The account that has the filing now. */
  readonly account: { readonly kind: "person" | "unit"; readonly verified: boolean };
  /** Of every filed domain: is its verified owner already what the organiser is to become? Null: not told. */
  readonly domainsFit: readonly (boolean | null)[];
  /** Why the organiser cannot be changed now; null when he can. */
  readonly why: WhyNot | null;
}

export interface KindGuide {
  readonly way: KindWay;
  /** What the province says; from unit to person none is known to agree of itself. */
  readonly allowed: "yes" | "no" | "ask";
  readonly steps: readonly KindStep[];
}

const PROVINCE: Readonly<Record<PersonToUnit, KindGuide["allowed"]>> = {
  ALLOWED: "yes",
  NOT_ALLOWED: "no",
  UNSPECIFIED: "ask",
};

/** Each step with what is known of it: what is not done holds up everything after it. */
export function kindGuide(facts: KindFacts): KindGuide {
  const way: KindWay = facts.nature === NATURE_PERSON ? "person-to-unit" : "unit-to-person";
  const allowed = way === "unit-to-person" ? "ask" : PROVINCE[facts.province ?? "UNSPECIFIED"];
  const shut = allowed === "no" || (way === "unit-to-person" && facts.account.kind === "unit");
  let open = true;
  const steps = KIND_STEPS[way].map((id): KindStep => {
    const done = isDone(id, way, facts);
    // What the province refuses, or this console never takes, is no step to go now.
    if (allowed === "no") return { id, state: "closed" };
    if (done === true) return { id, state: "done" };
    const state: StepState = !open ? "later" : done === null ? "unknown" : "now";
    open = false;
    return { id, state: id === "change" && shut && state === "now" ? "closed" : state };
  });
  return { way, allowed, steps };
}

/** Null: it cannot be seen from here. */
function isDone(id: KindStepId, way: KindWay, { account, domainsFit, why }: KindFacts): boolean | null {
  const wanted = way === "person-to-unit" ? "unit" : "person";
  const there = account.kind === wanted && account.verified;
  switch (id) {
    case "account":
      return there;
    case "own-account":
      // Another account is nobody's business here before the filing lies in it.
      return there ? true : null;
    case "migrate":
      return there;
    case "domains":
      if (domainsFit.includes(false)) return false;
      return domainsFit.includes(null) ? null : true;
    case "change":
      return why === "open-order" ? null : false;
  }
}
