"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Has the server make the page anew; what is typed in it stays. */
export function AskAgain({ label }: { label: string }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Button size="small" loading={pending} onClick={() => start(() => router.refresh())}>
      {label}
    </Button>
  );
}
