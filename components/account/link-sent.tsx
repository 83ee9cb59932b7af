"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";

type Props = { text: string; sandbox: boolean; again: () => void };

/** A link is on its way; takes the focus, for the form it was asked for with is gone. */
export function LinkSent({ text, sandbox, again }: Props) {
  const t = useTranslations("auth");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="flex flex-col gap-4 rounded-panel outline-offset-4">
      <Notice role="status" tone="others" title={t("sent.title")}>
        <p className="break-words">{text}</p>
      </Notice>
      <p className="text-muted">{t("sent.nothing")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={again}>{t("sent.again")}</Button>
        {sandbox && (
          <Link href="/sandbox/mailbox" className="link py-1">
            {t("sent.mailbox")}
          </Link>
        )}
      </div>
    </div>
  );
}
