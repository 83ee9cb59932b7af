"use client";

import { unstable_isUnrecognizedActionError as isUnrecognized } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The server does not know what this page calls, or has no longer what it loads: another build runs there now. */
const isSkew = (error: unknown): boolean =>
  isUnrecognized(error) || (error instanceof Error && error.name === "ChunkLoadError");

/**
 * The page is older than the server. What is typed goes through the draft's route, which every build knows, so it is safe;
 * calls of this page would fail one after another. It says so and offers to load anew: leaving saves what is pending.
 */
export function NewBuild() {
  const t = useTranslations("shell.newBuild");
  const [skew, setSkew] = useState(false);
  useEffect(() => {
    const refused = (event: PromiseRejectionEvent) => {
      if (!isSkew(event.reason)) return;
      event.preventDefault();
      setSkew(true);
    };
    const failed = (event: ErrorEvent) => {
      if (isSkew(event.error)) setSkew(true);
    };
    window.addEventListener("unhandledrejection", refused);
    window.addEventListener("error", failed);
    return () => {
      window.removeEventListener("unhandledrejection", refused);
      window.removeEventListener("error", failed);
    };
  }, []);
  if (!skew) return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-form rounded-panel bg-surface shadow-popover">
      <Notice
        role="alert"
        tone="you"
        title={t("title")}
        actions={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        }
      >
        {t("text")}
      </Notice>
    </div>
  );
}
