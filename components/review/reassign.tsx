"use client";

import { UserRoundCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { RunDialog } from "./run-dialog";
import type { BenchActions } from "./types";

interface Props {
  orderId: string;
  version: number;
  /** Whom a supervisor may give it to; nobody: nothing is offered. */
  colleagues: readonly { readonly userId: string; readonly name: string }[];
  reassign: BenchActions["reassign"];
}

/** A supervisor puts an order, or a cancellation, into other hands. */
export function Reassign({ orderId, version, colleagues, reassign }: Props) {
  const t = useTranslations("review.bench.reassign");
  const [userId, setUserId] = useState("");
  const id = useId();
  if (colleagues.length === 0) return null;
  return (
    <RunDialog
      title={t("title")}
      text={t("text")}
      trigger={
        <Button variant="quiet" icon={<UserRoundCog aria-hidden />}>
          {t("button")}
        </Button>
      }
      confirm={t("confirm")}
      disabled={userId === ""}
      act={() => reassign({ orderId, version, userId })}
    >
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t("to")}
      </label>
      <select
        id={id}
        value={userId}
        onChange={(event) => setUserId(event.target.value)}
        className="h-9 w-full rounded-control border border-control bg-surface px-2"
      >
        <option value="">{t("choose")}</option>
        {colleagues.map((one) => (
          <option key={one.userId} value={one.userId}>
            {one.name}
          </option>
        ))}
      </select>
    </RunDialog>
  );
}
