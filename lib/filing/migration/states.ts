import { type Refusal, refuse } from "../shared/refusal";
import { fail, ok, type Result } from "../shared/result";

/** A request to move a filed entity to another account: proven by the lead's phone first, then offered, then answered. */
export const MIGRATION_STATES = ["PROVING", "OFFERED", "DONE", "DECLINED", "TAKEN_BACK", "EXPIRED"] as const;
export type MigrationState = (typeof MIGRATION_STATES)[number];

/** States in which it still waits for somebody; an entity has at most one such request. */
export const OPEN_MIGRATIONS = ["PROVING", "OFFERED"] as const satisfies readonly MigrationState[];
const isOpen = (state: MigrationState): boolean => OPEN_MIGRATIONS.some((one) => one === state);

/** A request as the machine sees it. */
export interface MigrationRecord {
  readonly state: MigrationState;
  /** Business time from which nobody can answer it any more. */
  readonly expiresAt: number;
}

/** `prove` and `take_back` are the giver's, `accept` and `decline` the taker's, `expire` is time's. */
export type MigrationCommand = "prove" | "take_back" | "accept" | "decline" | "expire";

const no = (reason: string): Result<never, Refusal> =>
  fail(refuse("wrong_state", { reason: `migration.${reason}` }));

const OVER = {
  DONE: "done",
  DECLINED: "declined",
  TAKEN_BACK: "taken-back",
  EXPIRED: "expired",
} as const satisfies Partial<Record<MigrationState, string>>;

/** Time alone ends it: what is past its end is over, whether or not anybody has written that down. */
export const shownMigration = ({ state, expiresAt }: MigrationRecord, at: number): MigrationState =>
  isOpen(state) && at >= expiresAt ? "EXPIRED" : state;

/** The state after a command, or why not. Answering twice is no second answer. */
export function decideMigration(
  record: MigrationRecord,
  command: MigrationCommand,
  at: number,
): Result<MigrationState, Refusal> {
  const now = shownMigration(record, at);
  if (command === "expire") return now === "EXPIRED" && isOpen(record.state) ? ok("EXPIRED") : no("not-over");
  if (now !== "PROVING" && now !== "OFFERED") return no(OVER[now]);
  switch (command) {
    case "prove":
      return now === "PROVING" ? ok("OFFERED") : no("proven");
    case "take_back":
      return ok("TAKEN_BACK");
    case "accept":
      return now === "OFFERED" ? ok("DONE") : no("unproven");
    case "decline":
      return now === "OFFERED" ? ok("DECLINED") : no("unproven");
  }
}
