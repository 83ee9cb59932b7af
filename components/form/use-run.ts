"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Refusal } from "@/lib/filing/shared/refusal";
import type { ActionResult } from "@/lib/http/define-action";
import { refusalText } from "@/lib/messages/refusal-text";

/** Runs an action: one at a time, says the refusal in words (its own, or the general ones), and reloads so that both see the truth. */
export function useRun(words?: (refusal: Refusal) => string) {
  const router = useRouter();
  const t = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function run<V>(action: () => Promise<ActionResult<V>>, done?: (value: V) => void): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      const result = await action();
      if (result.ok) done?.(result.value);
      else setError(words ? words(result.error) : refusalText(t, result.error));
      router.refresh();
      return result.ok;
    } catch {
      // The network, or a server that went away: the action may or may not have happened, so the page is reloaded.
      setError(t("busy.text"));
      router.refresh();
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, error, run, clearError: () => setError(null) };
}
