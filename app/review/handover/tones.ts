import type { Tone } from "@/components/ui/tone";
import type { HandoverState } from "@/lib/filing/handover/records";

export const HANDOVER_TONE: Readonly<Record<HandoverState, Tone>> = {
  received: "you",
  downloaded: "you",
  sent: "others",
  sms: "others",
  review: "others",
  smsFailed: "refused",
  approved: "done",
  rejected: "refused",
  refused: "refused",
  superseded: "ended",
};
