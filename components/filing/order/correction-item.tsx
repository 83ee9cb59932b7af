"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { refusalText } from "@/lib/messages/refusal-text";
import type { CorrectionView } from "@/lib/usecases/orders/views/corrections";
import type { Action } from "../actions";

type Props = { orderId: string; item: CorrectionView; answer: Action; withLink?: boolean };

/** One thing to correct: what, how, where, and the mark that it is done. */
export function CorrectionItem({ orderId, item, answer, withLink }: Props) {
  const t = useTranslations("orders.corrections");
  const reasons = useTranslations("rejections");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [done, setDone] = useOptimistic(item.done);
  const toggle = () =>
    start(async () => {
      setDone(!item.done);
      const result = await answer({ orderId, correctionId: item.id, done: !item.done });
      if (!result.ok) toast(refusalText(errors, result.error), "refused");
      router.refresh();
    });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className={done ? "text-muted line-through" : "font-semibold"}>
          {reasons(`${item.code}.name` as never)}
        </p>
        <p className="text-muted">{item.suggestion ?? reasons(`${item.code}.suggestion` as never)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {withLink && (
          <Link href={item.href} className="link inline-flex min-h-7 items-center px-1">
            {t("change")}
          </Link>
        )}
        <Button
          size="small"
          aria-pressed={done}
          loading={pending}
          onClick={toggle}
          variant={done ? "quiet" : "secondary"}
          icon={<Check aria-hidden />}
        >
          {t(done ? "done" : "markDone")}
        </Button>
      </div>
    </li>
  );
}
