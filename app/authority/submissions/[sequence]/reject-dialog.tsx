"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { focusField } from "@/components/form/error-summary";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { rejectAction } from "../../actions";
import { RejectItem } from "./reject-item";
import type { DraftItem, ReasonOption } from "./reject-types";

type Props = {
  seen: { readonly sequence: number; readonly version: number };
  reasons: readonly ReasonOption[];
};

const blankItem = (key: number): DraftItem => ({ key, code: "", target: "", text: "" });

/** Everything that is wrong, in one go. What was typed survives closing the dialog. */
export function RejectDialog({ seen, reasons }: Props) {
  const t = useTranslations("authority.decision");
  const common = useTranslations("common");
  const toast = useToast();
  const { busy, error, run } = useRun();
  const [open, setOpen] = useState(false);
  const [items, setItems] = useState<readonly DraftItem[]>([blankItem(0)]);
  const [tried, setTried] = useState(false);
  const nextKey = useRef(1);
  const complete = items.every((item) => item.code !== "");

  const change = (changed: DraftItem) =>
    setItems(items.map((item) => (item.key === changed.key ? changed : item)));
  const add = () => {
    setItems([...items, blankItem(nextKey.current)]);
    nextKey.current += 1;
  };
  const send = async () => {
    setTried(true);
    const first = items.find((item) => item.code === "");
    if (first) return focusField(`reason-${first.key}`);
    const sent = items.map(({ code, target, text }) => ({
      code,
      target,
      text: text.trim() === "" ? null : text,
    }));
    if (!(await run(() => rejectAction({ ...seen, items: sent })))) return;
    setOpen(false);
    toast(t("done.reject"), "refused");
  };

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="wide"
      title={t("rejectTitle")}
      description={t("rejectText")}
      trigger={<Button variant="danger">{t("reject")}</Button>}
      footer={
        <>
          <DialogClose render={<Button>{common("cancel")}</Button>} />
          <Button variant="danger" loading={busy} onClick={() => void send()}>
            {t("confirmReject", { count: items.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        {(error || (tried && !complete)) && (
          <Notice role="alert" tone="refused">
            {error ?? t("missing")}
          </Notice>
        )}
        {items.map((item, index) => (
          <RejectItem
            key={item.key}
            number={index + 1}
            item={item}
            reasons={reasons}
            missing={tried && item.code === ""}
            onChange={change}
            onRemove={
              items.length > 1 ? () => setItems(items.filter((other) => other.key !== item.key)) : undefined
            }
          />
        ))}
        <div>
          <Button icon={<Plus aria-hidden />} onClick={add}>
            {t("addItem")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
