import "server-only";
import type { CertType, Nature, PreApprovalType } from "@/lib/filing/application/codes";
import type { ApplicationDraft, ServiceDraft } from "@/lib/filing/application/draft";
import { filedLead } from "@/lib/filing/registry/filed-lead";
import { packagesOf } from "@/lib/filing/registry/parts";
import type { HeldPackage } from "@/lib/filing/registry/types";
import type { FiledLead } from "@/lib/filing/rules/facts";
import { masterKey, open, seal } from "@/lib/secrets";

/** What the authority keeps of an organiser and shows nobody but his own providers. */
export interface EntityContents {
  readonly nature: Nature | null;
  readonly certType: CertType | null;
  readonly certNo: string | null;
  readonly name: string | null;
  readonly lead: FiledLead | null;
  /** Where mail reaches him; absent of what was filed before it was kept. */
  readonly leadEmail?: string | null;
}

export interface ServiceContents {
  readonly lead: FiledLead | null;
  readonly packages: readonly HeldPackage[];
  readonly preApprovals: readonly PreApprovalType[];
}

const personOf = ({ people }: ApplicationDraft, id: string | undefined) =>
  filedLead(people.find((person) => person.id === id));

export const entityContents = (application: ApplicationDraft): EntityContents => {
  const { nature, certType, certNo, name, entityLead } = application.entity;
  return {
    ...{ nature: nature ?? null, certType: certType ?? null, certNo: certNo?.trim() ?? null },
    ...{ name: name?.trim() ?? null, lead: personOf(application, entityLead) },
    leadEmail: application.people.find(({ id }) => id === entityLead)?.email?.trim() ?? null,
  };
};

export const serviceContents = (application: ApplicationDraft, service: ServiceDraft): ServiceContents => ({
  lead: personOf(application, service.lead),
  packages: packagesOf(service),
  preApprovals: (service.preApprovals ?? []).flatMap(({ type }) => type ?? []),
});

/** The register is nobody's order: its contents lie under the master key, each bound to its number. */
const aad = (number: string): string => `authority:register:${number}`;

export const sealContents = (number: string, contents: EntityContents | ServiceContents): Buffer =>
  seal(masterKey(), contents, aad(number));

export const openContents = <T extends EntityContents | ServiceContents>(
  number: string,
  blob: Buffer | null,
): T | null => (blob === null ? null : open<T>(masterKey(), blob, aad(number)));
