import { z } from "zod";
import { AppDraft, EntityDraft, FiledCheckDraft, PartId, PersonDraft, WebsiteDraft } from "./draft";

/**
 * The pieces autosave writes, each with its own version (design.md §6). Who holds which role is one topic with the
 * people themselves, so `legalRep`, `entityLead` and every service's `lead` travel with `people`. What a website was filed
 * with besides is nobody's to type and stays with the document.
 */
export const SectionKeySchema = z.union([
  z.literal("entity"),
  z.literal("people"),
  z.literal("filed"),
  z.templateLiteral(["service:", PartId]),
]);
export type SectionId = z.infer<typeof SectionKeySchema>;

/** More services than any document holds. */
const MAX_LEADS = 64;
/** Counted before a key is looked at: a schema judges a record entry by entry, however many there are. */
const fewKeys = z.custom<Readonly<Record<string, string>>>(
  (value) => typeof value === "object" && value !== null && Object.keys(value).length <= MAX_LEADS,
);

export const EntitySection = EntityDraft.omit({ legalRep: true, entityLead: true });
export const PeopleSection = z.strictObject({
  people: z.array(PersonDraft).max(64),
  legalRep: PartId.optional(),
  entityLead: PartId.optional(),
  /** Service id → person id. */
  serviceLeads: fewKeys.pipe(z.record(PartId, PartId)),
});
/** The organiser's own look at what is filed already. */
export const FiledSection = z.strictObject({ filedServices: z.array(FiledCheckDraft).max(200) });
export const ServiceSection = z.discriminatedUnion("kind", [
  WebsiteDraft.omit({ lead: true, moreDomains: true }),
  AppDraft.omit({ lead: true }),
]);

export type EntitySection = z.infer<typeof EntitySection>;
export type PeopleSection = z.infer<typeof PeopleSection>;
export type ServiceSection = z.infer<typeof ServiceSection>;
export type FiledSection = z.infer<typeof FiledSection>;
export type SectionValue = EntitySection | PeopleSection | FiledSection | ServiceSection;

/** What `PUT /api/orders/[id]/draft` accepts: one section, and the draft version the page was loaded with. */
export const DraftSave = z.union([
  z.strictObject({ section: z.literal("entity"), baseVersion: z.int().min(1), value: EntitySection }),
  z.strictObject({ section: z.literal("people"), baseVersion: z.int().min(1), value: PeopleSection }),
  z.strictObject({ section: z.literal("filed"), baseVersion: z.int().min(1), value: FiledSection }),
  z.strictObject({
    section: z.templateLiteral(["service:", PartId]),
    baseVersion: z.int().min(1),
    value: ServiceSection,
  }),
]);
export type DraftSave = z.infer<typeof DraftSave>;
