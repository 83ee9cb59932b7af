"use client";

import { LogIn } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { leaveFor } from "./leave-for";

interface Offered {
  readonly endpoint: string;
  readonly name: string;
  readonly audience: "customers" | "staff";
}

/** Ways in through accounts elsewhere; passwords work beside them, whatever they answer. */
export function ProviderButtons({ offered, next }: { offered: readonly Offered[]; next: string }) {
  const t = useTranslations("auth.identity");
  const [going, setGoing] = useState<string | null>(null);
  const [ill, setIll] = useState<string | null>(null);
  const go = async ({ endpoint, name }: Offered) => {
    setIll(null);
    setGoing(endpoint);
    if (await leaveFor(endpoint, next)) return;
    setGoing(null);
    setIll(name);
  };
  return (
    <div className="flex flex-col gap-3">
      {ill !== null && (
        <Notice tone="refused" role="alert" title={t("unavailable.title", { provider: ill })}>
          {t("unavailable.text")}
        </Notice>
      )}
      {offered.map((one) => (
        <Button
          key={one.endpoint}
          size="large"
          icon={<LogIn aria-hidden />}
          loading={going === one.endpoint}
          disabled={going !== null && going !== one.endpoint}
          onClick={() => void go(one)}
        >
          {t(one.audience === "staff" ? "staff" : "with", { provider: one.name })}
        </Button>
      ))}
    </div>
  );
}
