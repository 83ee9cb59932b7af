"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/define-action";

export type SandboxAction = (raw: unknown) => Promise<ActionResult<{ done: number; failed: number }>>;

/** Calls a tool of the sandbox, says what it did, and shows the page as it is afterwards. */
export function useSandboxAction(action: SandboxAction) {
  const t = useTranslations("sandbox.clock");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState<string | null>(null);
  const [, startTransition] = useTransition();

  const call = (key: string, input: unknown, said: string) => {
    setPending(key);
    startTransition(async () => {
      const result = await action(input);
      if (result.ok) toast(said, "done", t("worked", { count: result.value.done }));
      else if (result.error.reason === "clock.nothing-due") toast(t("nothingDue"), "neutral");
      else toast(errors(`${result.error.code}.title`), "refused", errors(`${result.error.code}.text`));
      startTransition(() => {
        router.refresh();
        setPending(null);
      });
    });
  };
  return { call, pending };
}
