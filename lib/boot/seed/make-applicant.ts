import type { ApplicantSeed, PersonSeed, ResourceSeed } from "./persona-data";

interface Sketch extends Pick<ApplicantSeed, "account" | "lead" | "domains"> {
  readonly second?: PersonSeed;
  /** Its one server; stands in the organiser's own province. */
  readonly server: Omit<ResourceSeed, "province">;
}

/** An applicant of the sandbox with one server at home and, unless said otherwise, nobody beside the lead. */
export const applicant = (id: string, { account, lead, second, domains, server }: Sketch): ApplicantSeed => ({
  id,
  email: `${id}@sandbox.invalid`,
  account,
  lead,
  second: second ?? null,
  domains,
  resources: [{ ...server, province: account.province }],
});
