/** What one look at the installation found: `fail` needs somebody now, `warn` before long. */
export interface DoctorFinding {
  readonly name: string;
  readonly level: "ok" | "warn" | "fail";
  /** For the operator: what is, and what to do. No personal value, no secret. */
  readonly text: string;
}

export const finding =
  (name: string) =>
  (level: DoctorFinding["level"], text: string): DoctorFinding => ({ name, level, text });
