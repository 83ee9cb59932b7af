import { PERSON_ID_TYPES } from "@/lib/filing/application/codes";
import type { SectionId, SectionValue } from "@/lib/filing/application/draft-sections";
import { liveRules } from "@/lib/filing/rules/page-rules";

const SERVICE = [
  "fields.service",
  "fields.resource",
  "fields.preApproval",
  "codes.content",
  "codes.accessMethod",
  "codes.preApproval",
  "sections.resource",
  "sections.preApproval",
] as const;

/** What every page of the form says. */
const EVERYWHERE = [
  ...(["intro", "label", "group", "hint", "form"] as const),
  ...(["advice", "conflict", "signIn", "samples", "change"] as const),
].map((part) => `sections.${part}`);

const FORM = {
  entity: [
    ...["sections.place", "sections.nature", "sections.investor", "sections.known"],
    ...["fields.entity", "codes.cert", "codes.nature", "certificates.number"],
  ],
  people: [
    "sections.people",
    "sections.known",
    "fields.entity",
    "fields.person",
    "codes.cert",
    ...PERSON_ID_TYPES.map((type) => `certificates.number.${type}`),
    "certificates.holder",
    "phoneProof",
  ],
  filed: ["fields.filed", "rules.facts"],
  website: [...SERVICE, "sections.moreDomains", "codes.language"],
  app: [...SERVICE, "sections.app", "fields.package", "fields.sdk", "codes.platform", "codes.game"],
} as const;

/** Rules that never speak of websites, or never of APPs. */
const NOT_OF: Readonly<Record<string, RegExp>> = {
  website: /^app\./,
  app: /^(service\.homepage|domain\.duplicate)$/,
};

/**
 * The messages a page of the form needs in the browser: its own words, and the sentences of the rules it judges while
 * one types. Whatever the server judges travels as sentences already.
 */
export function messagesOfPage(
  section: SectionId,
  value: SectionValue,
  corrections: readonly { readonly code: string }[],
) {
  const page = pageOf(section, value);
  const codes = [...new Set(corrections.map(({ code }) => code))];
  return [
    ...EVERYWHERE,
    "sources",
    ...(codes.length > 0 ? ["orders.corrections"] : []),
    ...FORM[page],
    ...liveRules(section).flatMap(({ id }) => (NOT_OF[page]?.test(id) ? [] : [`rules.${id}`])),
    ...codes.map((code) => `rejections.${code}`),
  ];
}

function pageOf(section: SectionId, value: SectionValue): keyof typeof FORM {
  if ("kind" in value) return value.kind === "APP" ? "app" : "website";
  return section as "entity" | "people" | "filed";
}
