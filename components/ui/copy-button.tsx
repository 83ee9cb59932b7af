"use client";

import { clsx } from "clsx";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Copies `text`; says so for two seconds, to eyes and ears. */
export function CopyButton({ text, className }: { text: string; className?: string }) {
  const t = useTranslations("common");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <button
      type="button"
      data-no-print
      aria-label={t("copyValue", { value: text })}
      title={copied ? t("copied") : t("copy")}
      onClick={() => {
        // Not offered over plain http outside localhost: then the text stays selectable, nothing else happens.
        navigator.clipboard?.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
      className={clsx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-tag text-muted hover:bg-accent-wash hover:text-accent",
        className,
      )}
    >
      {copied ? (
        <Check aria-hidden className="size-3.5 text-tone-done" />
      ) : (
        <Copy aria-hidden className="size-3.5" />
      )}
      <span aria-live="polite" className="sr-only">
        {copied ? t("copied") : ""}
      </span>
    </button>
  );
}
