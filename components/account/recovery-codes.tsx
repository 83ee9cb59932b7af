"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";

/** The recovery codes, this once; going on loads the page anew, and they are gone. */
export function RecoveryCodes({ codes, next }: { codes: readonly string[]; next: string }) {
  const t = useTranslations("auth.factor");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="flex flex-col gap-4 rounded-panel outline-offset-4">
      <Notice role="status" tone="done" title={t("codes")}>
        {t("codesText")}
      </Notice>
      <ul aria-label={t("codes")} className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-form">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div data-no-print className="flex flex-wrap items-center gap-3">
        <Button variant="primary" onClick={() => location.assign(next)}>
          {t("kept")}
        </Button>
        <PrintButton label={t("print")} />
        <CopyButton text={codes.join("\n")} />
      </div>
    </div>
  );
}
