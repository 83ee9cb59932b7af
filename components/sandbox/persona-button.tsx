"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { handshake, type SignInFailure } from "@/components/account/handshake";
import { FailureNotice } from "@/components/account/sign-in-form";
import { Button, ButtonLink } from "@/components/ui/button";

/** Where the story of the five steps begins. */
const FIRST = "fresh-unit";

type Props = { persona: string; name: string; home: string; current: boolean };

/** Becomes the persona and goes where his work is; whoever is him already just goes there. */
export function PersonaButton({ persona, name, home, current }: Props) {
  const t = useTranslations("sandbox.personas");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);

  async function enter() {
    setBusy(true);
    setFailure(null);
    const refused = await handshake("persona", { persona });
    // A full load: nothing rendered for the one before may stay in the router's cache.
    if (refused === null) return location.assign(home);
    setFailure(refused);
    setBusy(false);
  }

  if (current)
    return (
      <ButtonLink href={home} data-persona={persona}>
        {t("goOn")}
      </ButtonLink>
    );
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        data-persona={persona}
        variant={persona === FIRST ? "primary" : "secondary"}
        aria-label={t("enterAs", { name })}
        loading={busy}
        onClick={() => void enter()}
      >
        {t("enter")}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}
