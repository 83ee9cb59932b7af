import { z } from "zod";
import { AppDraft, ApplicationDraft, EntityDraft, PersonDraft, WebsiteDraft } from "./draft";

/**
 * The document after the gate found nothing: it only narrows the type. Whatever can be wrong with an application is a
 * rule with a sentence; a failure here is a bug (a rule is missing) and must be thrown, not shown.
 */
const SubmittedEntity = EntityDraft.required({
  province: true,
  city: true,
  district: true,
  nature: true,
  certType: true,
  certNo: true,
  name: true,
  certAddress: true,
  commAddress: true,
  entityLead: true,
});
/** Everybody described has a name and a document; leads also have contacts, which the rules guarantee by role. */
const SubmittedPerson = PersonDraft.required({ name: true, idType: true, idNo: true });
const common = { name: true, lead: true, contents: true, resource: true, remark: true } as const;
const SubmittedWebsite = WebsiteDraft.required({
  ...common,
  domain: true,
  homepageUrl: true,
  languages: true,
});
const SubmittedApp = AppDraft.required({ ...common, packages: true });

export const Submission = ApplicationDraft.extend({
  entity: SubmittedEntity,
  people: z.array(SubmittedPerson).min(1),
  services: z.array(z.discriminatedUnion("kind", [SubmittedWebsite, SubmittedApp])).min(1),
});
export type Submission = z.infer<typeof Submission>;

/** Narrows a document the gate has passed; people without any part are left out of it. */
export function toSubmission(app: ApplicationDraft): Submission {
  return Submission.parse(app);
}
