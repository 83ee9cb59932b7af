"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/code";
import { Dialog } from "@/components/ui/dialog";

/** Keys of a line of the sheet, and the name of what they do below `review.keys`. */
export type KeyLine = readonly [keys: readonly string[], does: string];

type Props = {
  lines: readonly KeyLine[];
  open: boolean;
  onOpen: (open: boolean) => void;
  off: boolean;
  onOff: (off: boolean) => void;
};

/** What the keys of a page do, and the switch that turns them off. */
export function KeySheet({ lines, open, onOpen, off, onOff }: Props) {
  const t = useTranslations("review.keys");
  return (
    <Dialog
      title={t("title")}
      description={t("text")}
      open={open}
      onOpenChange={onOpen}
      trigger={
        <Button size="small" variant="quiet" icon={<Keyboard aria-hidden />}>
          {t("open")}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {lines.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`does.${does}` as "does.move")}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex cursor-pointer items-start gap-2 border-t border-line pt-4">
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => onOff(!event.target.checked)}
          className="mt-1 size-4 accent-accent"
        />
        {t("on")}
      </label>
    </Dialog>
  );
}
