"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/define-action";
import { refusalText } from "@/lib/messages/refusal-text";

type Props = {
  sequence: number;
  first: boolean;
  action: (input: { sequence: number }) => Promise<ActionResult<unknown>>;
};

/** Takes the submission out of the tray, then has the browser fetch the archive. */
export function DownloadButton({ sequence, first, action }: Props) {
  const t = useTranslations("handover.detail");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const answer = await action({ sequence });
      if (answer.ok) window.location.assign(`/api/review/handover/${sequence}/archive`);
      else toast(refusalText(errors, answer.error), "refused");
    } catch {
      toast(errors("busy.text"), "refused");
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return (
    <Button
      variant={first ? "primary" : "secondary"}
      icon={<Download aria-hidden />}
      loading={busy}
      onClick={() => void download()}
    >
      {first ? t("download") : t("again")}
    </Button>
  );
}
