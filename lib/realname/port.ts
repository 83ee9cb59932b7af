import type { CertType } from "@/lib/filing/application/codes";

/** What somebody says he is called, and by which document. */
export interface RealNameClaim {
  readonly kind: "person" | "unit";
  readonly name: string;
  readonly certType: CertType | null;
  readonly idNo: string;
}

/**
 * `unavailable`: the service could not be asked, or there is none. Never a mistake of the applicant.
 */
export type RealNameAnswer = "match" | "mismatch" | "unavailable";

/** Knows whether name and document belong together. */
export interface RealNameService {
  verify(claim: RealNameClaim): Promise<RealNameAnswer>;
}
