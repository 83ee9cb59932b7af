"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Action } from "../actions";

/** Marks every message as read. */
export function MarkRead({ action, label }: { action: Action; label: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const mark = () =>
    start(async () => {
      await action({});
      router.refresh();
    });
  return (
    <Button loading={pending} onClick={mark}>
      {label}
    </Button>
  );
}
