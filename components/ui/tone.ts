import { CircleCheck, CircleMinus, CircleX, Clock, Hand, Info, type LucideIcon } from "lucide-react";

/** What a state means to the reader: the one vocabulary of colour. Colour never stands without its icon. */
export const TONES = ["you", "others", "done", "refused", "ended", "neutral"] as const;
export type Tone = (typeof TONES)[number];

export const TONE_ICON: Record<Tone, LucideIcon> = {
  you: Hand,
  others: Clock,
  done: CircleCheck,
  refused: CircleX,
  ended: CircleMinus,
  neutral: Info,
};

/** Words on the tone's wash. */
export const TONE_CLASS: Record<Tone, string> = {
  you: "bg-tone-you-wash text-tone-you",
  others: "bg-tone-others-wash text-tone-others",
  done: "bg-tone-done-wash text-tone-done",
  refused: "bg-tone-refused-wash text-tone-refused",
  ended: "bg-tone-ended-wash text-tone-ended",
  neutral: "bg-tone-ended-wash text-text",
};

/** Only the ink: icons and single words on a plain ground. */
export const TONE_INK: Record<Tone, string> = {
  you: "text-tone-you",
  others: "text-tone-others",
  done: "text-tone-done",
  refused: "text-tone-refused",
  ended: "text-tone-ended",
  neutral: "text-muted",
};
