"use client";

import { useTranslations } from "next-intl";
import { useAccountWords } from "@/components/account/account-words";
import type { Action } from "@/components/filing/actions";
import { useRun } from "@/components/form/use-run";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { useToast } from "@/components/ui/toast";
import { BLOCK_REASONS } from "@/lib/filing/staff";

type Props = {
  seen: { userId: string; version: number };
  name: string;
  /** Orders that go back to the queue with it. */
  claims: number;
  action: Action<{ released: number }>;
};

/** Shuts somebody out, with a reason; says what happens to what he is at. */
export function BlockButton({ seen, name, claims, action }: Props) {
  const t = useTranslations("staff");
  const toast = useToast();
  const { busy, error, run } = useRun(useAccountWords().refusal);
  return (
    <ReasonDialog
      title={t("access.blockTitle", { name })}
      text={t("access.blockText", { claims })}
      button={t("access.block")}
      confirm={t("access.block")}
      legend={t("access.reason")}
      reasons={BLOCK_REASONS.map((code) => ({ code, label: t(`reasons.${code}`) }))}
      first="left"
      busy={busy}
      error={error}
      act={(reason) =>
        run(
          () => action({ ...seen, reason }),
          ({ released }) => toast(t("access.blockDone", { count: released }), "done"),
        )
      }
    />
  );
}
