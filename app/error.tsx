"use client";

import { unstable_isUnrecognizedActionError as isUnrecognized } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Code } from "@/components/ui/code";
import { Seal } from "@/components/ui/seal";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A bug of ours: what is safe, what to do, what to tell us. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations("shell.error");
  const renewed = useTranslations("shell.newBuild");
  if (isUnrecognized(error as unknown))
    return (
      <main id="main" className="mx-auto flex max-w-form flex-col items-start gap-3 px-4 py-12 sm:py-24">
        <Seal />
        <h1 className="mt-3 text-h1">{renewed("title")}</h1>
        <p className="text-form text-muted">{renewed("text")}</p>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {renewed("reload")}
        </Button>
      </main>
    );
  return (
    <main id="main" className="mx-auto flex max-w-form flex-col items-start gap-3 px-4 py-12 sm:py-24">
      <Seal />
      <h1 className="mt-3 text-h1">{t("title")}</h1>
      <p className="text-form text-muted">{t("text")}</p>
      {error.digest && <Code copy={error.digest}>{t("code", { digest: error.digest })}</Code>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {t("retry")}
        </Button>
        <ButtonLink href="/">{t("home")}</ButtonLink>
      </div>
    </main>
  );
}
