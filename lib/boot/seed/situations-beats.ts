import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { Applicant } from "./situations-applicant";
import type { Beat } from "./situations-replay";
import { approveAtDesk, type Reviewer, verifyBySms } from "./situations-staff";

const MINUTE_MS = 60_000;

/** Written in one go and submitted later. */
export const written = (me: Applicant, writing: number, submitting: number): readonly Beat[] => [
  [writing, () => me.start()],
  [writing + 14 * MINUTE_MS, () => me.fillPeople()],
  [writing + 31 * MINUTE_MS, () => me.fillWebsites()],
  [writing + 50 * MINUTE_MS, (time) => me.upload(time)],
  [submitting, () => me.submit()],
];

/** Claimed, phoned, approved; the push follows by itself. */
export const passed = (me: Applicant, by: Reviewer, at: number): readonly Beat[] => [
  [at, () => by.claim(me.orderId)],
  [at + 9 * MINUTE_MS, (time) => by.call(time, me.orderId, "REACHED_OK", "本人接听，信息一致。")],
  [at + 25 * MINUTE_MS, () => by.approve(me.orderId)],
];

/** Every lead enters his code, and the officer approves. */
export const agreed = (
  me: Applicant,
  officer: Actor,
  verifying: number,
  approving: number,
): readonly Beat[] => [
  [verifying, () => verifyBySms(me.seed.lead)],
  ...leadsBeside(me).map(
    (lead, index): Beat => [verifying + (3 + index) * 3_600_000, () => verifyBySms(lead)],
  ),
  [approving, () => approveAtDesk(officer, me.seed.account.realName)],
];

/** A second person leads the last of several services. */
const leadsBeside = ({ seed, services }: Applicant) =>
  seed.second !== null && services > 1 ? [seed.second] : [];
