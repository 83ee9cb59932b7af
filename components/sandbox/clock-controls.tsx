"use client";

import { FastForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type SandboxAction, useSandboxAction } from "./use-sandbox-action";

const STEPS = [
  { id: "minutes10", step: { to: "minutes", n: 10 } },
  { id: "hour1", step: { to: "hours", n: 1 } },
  { id: "hours24", step: { to: "hours", n: 24 } },
  { id: "workingDay1", step: { to: "workingDays", n: 1 } },
  { id: "workingDays5", step: { to: "workingDays", n: 5 } },
  { id: "workingDays20", step: { to: "workingDays", n: 20 } },
] as const;

/** Moves business time forwards; it never goes back, because events already carry the later time. */
export function ClockControls({ advance, hasNext }: { advance: SandboxAction; hasNext: boolean }) {
  const t = useTranslations("sandbox.clock");
  const { call, pending } = useSandboxAction(advance);
  return (
    <div className="mt-5 flex flex-col gap-4">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-2 text-muted">{t("advance")}</legend>
        {STEPS.map(({ id, step }) => (
          <Button
            key={id}
            data-advance={id}
            loading={pending === id}
            onClick={() => call(id, { step }, t("moved"))}
          >
            {t(`step.${id}`)}
          </Button>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="primary"
          data-advance="deadline"
          icon={<FastForward aria-hidden />}
          loading={pending === "deadline"}
          onClick={() => call("deadline", { step: { to: "deadline" } }, t("moved"))}
        >
          {t("step.deadline")}
        </Button>
        {!hasNext && <span className="text-muted">{t("nothingDue")}</span>}
      </div>
    </div>
  );
}
