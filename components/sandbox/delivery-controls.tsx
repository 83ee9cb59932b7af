"use client";

import { Pause, Play, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { type SandboxAction, useSandboxAction } from "./use-sandbox-action";

type Props = { paused: boolean; waiting: number; steer: SandboxAction };

/** What leaves this system (to the authority, to mailboxes) can be held back, to see what waits, and let go. */
export function DeliveryControls({ paused, waiting, steer }: Props) {
  const t = useTranslations("sandbox.clock.delivery");
  const { call, pending } = useSandboxAction(steer);
  const turn = paused ? "resume" : "pause";
  return (
    <div className="flex flex-col items-start gap-4">
      <Tag tone={paused ? "you" : "done"}>{t(paused ? "paused" : "running")}</Tag>
      <p className="text-muted">{t("text")}</p>
      <p>{t("waiting", { count: waiting })}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          data-delivery={turn}
          icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
          loading={pending === turn}
          onClick={() => call(turn, { to: turn }, t(`said.${turn}`))}
        >
          {t(turn)}
        </Button>
        <Button
          data-delivery="now"
          icon={<Send aria-hidden />}
          loading={pending === "now"}
          onClick={() => call("now", { to: "now" }, t("said.now"))}
        >
          {t("now")}
        </Button>
      </div>
    </div>
  );
}
