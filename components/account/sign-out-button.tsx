"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Signing out as a button in a page; the account menu has its own entry. */
export function SignOutButton({ signOut }: { signOut: () => Promise<void> }) {
  const t = useTranslations("shell");
  const [busy, startTransition] = useTransition();
  return (
    <Button icon={<LogOut aria-hidden />} loading={busy} onClick={() => startTransition(signOut)}>
      {t("signOut")}
    </Button>
  );
}
