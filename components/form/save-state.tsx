"use client";

import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatTime } from "@/lib/messages/format";
import type { SaveStatus } from "./autosaver";

const LOOK: Record<SaveStatus["state"], { icon: LucideIcon; ink: string; spin?: boolean } | undefined> = {
  idle: undefined,
  dirty: { icon: LoaderCircle, ink: "text-muted" },
  saving: { icon: LoaderCircle, ink: "text-muted", spin: true },
  saved: { icon: CircleCheck, ink: "text-tone-done" },
  offline: { icon: CloudOff, ink: "text-tone-you" },
  failed: { icon: CircleAlert, ink: "text-tone-refused" },
  unauthenticated: { icon: CircleAlert, ink: "text-tone-you" },
  conflict: { icon: CircleAlert, ink: "text-tone-refused" },
};

const never = () => () => undefined;
/** Does the page's script run yet? Before that nothing is saved, whatever the markup says. */
const useStarted = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** "Saved 14:03", or why not yet. Said aloud only when it is settled or needs the reader. */
export function SaveState({ status }: { status: SaveStatus }) {
  const t = useTranslations("form");
  const started = useStarted();
  const look = LOOK[status.state];
  const quiet = status.state === "dirty" || status.state === "saving";
  const Icon = look?.icon;
  return (
    <p
      aria-live={quiet ? "off" : "polite"}
      data-save-state={started ? status.state : "starting"}
      className="flex min-h-6 items-center gap-1.5 text-base tabular-nums"
    >
      {Icon && (
        <Icon aria-hidden className={`size-4 shrink-0 ${look.ink} ${look.spin ? "animate-spin" : ""}`} />
      )}
      <span className={quiet || status.state === "saved" ? "text-muted" : "text-text"}>
        {status.state === "saved"
          ? t("save.saved", { time: formatTime(status.at) })
          : t(`save.${status.state}`)}
      </span>
    </p>
  );
}
