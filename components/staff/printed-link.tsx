"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { PrintButton } from "@/components/ui/print-button";
import { Qr } from "@/components/ui/qr";

export type Printed = { url: string; qr: { size: number; path: string } };

/** A one-use link on paper: address, picture, what it is for. Shown this once. */
export function PrintedLink({ name, url, qr }: Printed & { name: string }) {
  const t = useTranslations("staff.invite");
  return (
    <div className="flex flex-col gap-4">
      <p className="font-semibold">{t("paper", { name })}</p>
      <div className="flex flex-wrap items-start gap-6">
        <Qr {...qr} label={t("qr")} />
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-3">
          <p className="text-muted">{t("paperText")}</p>
          <p className="font-mono text-base break-all">
            {url} <CopyButton text={url} />
          </p>
        </div>
      </div>
      <div data-no-print className="flex flex-wrap items-center gap-3">
        <PrintButton label={t("print")} />
      </div>
    </div>
  );
}
