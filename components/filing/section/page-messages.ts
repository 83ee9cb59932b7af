import { type SectionId, serviceIdOf } from "@/lib/filing/application/draft-sections";
import { liveRules } from "@/lib/filing/rules/page-rules";

const FORM = {
  entity: ["fields.entity", "codes.cert"],
  people: ["fields.entity", "fields.person", "codes.cert"],
  filed: ["fields.filed", "rules.facts"],
  service: [
    "fields.service",
    "fields.resource",
    "fields.preApproval",
    "codes.content",
    "codes.language",
    "codes.accessMethod",
    "codes.preApproval",
  ],
} as const;

/**
 * The messages a page of the form needs in the browser: its own words, and the sentences of the rules it judges while
 * one types. Whatever the server judges travels as sentences already.
 */
export function messagesOfPage(section: SectionId, corrections: readonly { readonly code: string }[]) {
  const page = serviceIdOf(section) === undefined ? (section as "entity" | "people" | "filed") : "service";
  const codes = [...new Set(corrections.map(({ code }) => code))];
  return [
    "sections",
    "sources",
    "orders.corrections",
    ...FORM[page],
    ...liveRules(section).map(({ id }) => `rules.${id}`),
    ...codes.map((code) => `rejections.${code}`),
  ];
}
