import "server-only";
import { targetsFor } from "@/lib/filing/handover/targets";
import { PROVINCES_BY_CODE } from "@/lib/filing/policy";
import { addWorkingDays, chinaCalendar } from "@/lib/filing/policy/calendar";
import { rejectionsFor } from "@/lib/filing/policy/rejections";
import type { SubmissionPayload } from "../gateway";
import type { Verdict } from "./decision";
import { REVIEW_LIMIT_WORKING_DAYS } from "./rules";
import type { DeskSettings } from "./settings";

/** Whose service carries this in its name or remark is rejected, when the desk decides by marker. */
export const REJECT_MARKER = "【退回】";

/** Working days a province takes at most, by its own figures. */
export const daysOf = (province: string): number =>
  PROVINCES_BY_CODE[province]?.days[1] ?? REVIEW_LIMIT_WORKING_DAYS;

interface Waiting {
  readonly province: string;
  readonly reviewSince: number | null;
}

/** By when the province should have decided. */
export const dueAt = ({ province, reviewSince }: Waiting): number | null =>
  reviewSince === null ? null : addWorkingDays(reviewSince, daysOf(province), chinaCalendar).at;

/** When the desk decides by itself; null = only an officer does. */
export function automaticAt(settings: DeskSettings, waiting: Waiting): number | null {
  if (settings.automatic === "off" || waiting.reviewSince === null) return null;
  const days = settings.automaticDays ?? daysOf(waiting.province);
  return addWorkingDays(waiting.reviewSince, days, chinaCalendar).at;
}

const isMarked = ({ application }: SubmissionPayload): boolean =>
  application.services.some(({ name, remark }) => `${name ?? ""}${remark ?? ""}`.includes(REJECT_MARKER));

/** What the desk says of a filing by itself. */
export function automaticVerdict(settings: DeskSettings, payload: SubmissionPayload): Verdict {
  const { automatic, automaticReason } = settings;
  if (automatic === "approve" || (automatic === "marker" && !isMarked(payload))) return { kind: "approve" };
  const reason = rejectionsFor("A").find(({ code }) => code === automaticReason);
  const target = reason === undefined ? "order" : (targetsFor(payload, reason)[0] ?? "order");
  return { kind: "reject", items: [{ code: automaticReason, target, text: null }] };
}
