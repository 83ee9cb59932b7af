"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ActButton } from "@/components/ui/act-button";
import { Button } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";

type Props = { exists: boolean; renew: Action<{ url: string }>; end: Action };

/** Makes, renews and ends the secret address of the calendar; it is shown once. */
export function FeedControls({ exists, renew, end }: Props) {
  const t = useTranslations("notifications.settings.calendar");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const make = () =>
    start(async () => {
      const answer = await renew({});
      setOpen(false);
      if (answer.ok) setUrl(answer.value.url);
      else toast(refusalText(errors, answer.error), "refused");
      router.refresh();
    });
  const forget: Action = (input) => {
    setUrl(null);
    return end(input);
  };
  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite">
        {url !== null && (
          <Notice tone="done" title={t("made")}>
            <p className="mb-2">{t("once")}</p>
            <Code copy={url}>{url}</Code>
          </Notice>
        )}
      </div>
      {exists ? (
        <div className="flex flex-wrap gap-2">
          <Dialog
            open={open}
            onOpenChange={setOpen}
            title={t("renewTitle")}
            description={t("renewText")}
            trigger={<Button>{t("renew")}</Button>}
            footer={
              <>
                <DialogClose render={<Button>{common("cancel")}</Button>} />
                <Button variant="primary" loading={pending} onClick={make}>
                  {t("renew")}
                </Button>
              </>
            }
          />
          <ActButton action={forget} label={t("end")} done={t("ended")} />
        </div>
      ) : (
        <div>
          <Button loading={pending} onClick={make}>
            {t("make")}
          </Button>
        </div>
      )}
    </div>
  );
}
