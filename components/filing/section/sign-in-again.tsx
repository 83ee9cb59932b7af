"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { handshake } from "@/components/account/handshake";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** The session ended while typing: sign in here, nothing is lost. */
export function SignInAgain({ open, onDone }: { open: boolean; onDone: () => void }) {
  const t = useTranslations("sections.signIn");
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const signIn = async (data: FormData) => {
    setBusy(true);
    const fields = { email: String(data.get("email") ?? ""), password: String(data.get("password") ?? "") };
    const failure = await handshake("password", fields);
    setBusy(false);
    setFailed(failure !== null);
    if (failure === null) onDone();
  };
  return (
    <Dialog open={open} title={t("title")} description={t("text")}>
      {/* Not a form: a dialog inside the page's form would nest two. */}
      <SignInFields onSubmit={signIn} failed={failed} busy={busy} />
      <p className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-muted">
        <a href="/sign-in" target="_blank" rel="noopener" className="link">
          {t("otherTab")}
        </a>
        <Button size="small" variant="quiet" onClick={onDone}>
          {t("resume")}
        </Button>
      </p>
    </Dialog>
  );
}

type FieldsProps = { onSubmit: (data: FormData) => Promise<void>; failed: boolean; busy: boolean };

function SignInFields({ onSubmit, failed, busy }: FieldsProps) {
  const t = useTranslations("sections.signIn");
  const box = "control-edge min-h-11 w-full px-3 py-2 text-form";
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = () => {
    const data = new FormData();
    data.set("email", email);
    data.set("password", password);
    void onSubmit(data);
  };
  return (
    <div className="flex flex-col gap-4">
      {failed && (
        <p role="alert" className="font-semibold text-tone-refused">
          {t("failed")}
        </p>
      )}
      <label className="flex flex-col gap-1 font-semibold">
        {t("email")}
        <input
          type="email"
          autoComplete="username"
          value={email}
          onChange={(e) => setEmail(e.target.value)}
          className={box}
        />
      </label>
      <label className="flex flex-col gap-1 font-semibold">
        {t("password")}
        <input
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
          onKeyDown={(e) => {
            if (e.key !== "Enter") return;
            e.preventDefault();
            submit();
          }}
          className={box}
        />
      </label>
      <Button variant="primary" loading={busy} onClick={submit}>
        {t("submit")}
      </Button>
    </div>
  );
}
