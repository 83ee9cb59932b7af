"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/http/define-action";
import { refusalText } from "@/lib/messages/refusal-text";

/** One action at a time; a refusal in words; afterwards the page shows what is true now. */
export function useDesk() {
  const router = useRouter();
  const t = useTranslations("errors");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const run = async <V>(action: () => Promise<ActionResult<V>>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      const answer = await action();
      if (!answer.ok) setError(refusalText(t, answer.error));
      return answer.ok;
    } catch {
      setError(t("busy.text"));
      return false;
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return { busy, error, run };
}
