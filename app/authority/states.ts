import type { Tone } from "@/components/ui/tone";
import type { SubmissionState } from "@/lib/authority/sandbox/store/schema";

/** What a state means to the officer. */
export const STATE_TONE: Readonly<Record<SubmissionState, Tone>> = {
  received: "others",
  sms: "others",
  review: "you",
  approved: "done",
  rejected: "refused",
  sms_failed: "ended",
  superseded: "ended",
  refused: "ended",
};
