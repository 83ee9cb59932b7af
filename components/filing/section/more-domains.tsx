"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { MoreDomain } from "@/lib/filing/change/dropped";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../actions";
import type { PageView } from "./page-view";

type Props = {
  view: PageView;
  /** Drops a domain from the filing, or keeps it after all; there is no such thing outside a change. */
  drop?: Action<unknown> | undefined;
};

/** What a website filed long ago has besides its domain: read, not typed; a change may drop some of it. */
export function MoreDomains({ view, drop }: Props) {
  const fields = useTranslations("fields.service.moreDomains");
  const t = useTranslations("sections.moreDomains");
  const site = view.around.services.find(({ id }) => view.section === `service:${id}`);
  const typed = site?.kind === "WEBSITE" ? (site.moreDomains ?? []) : [];
  const known =
    view.change?.moreDomains ?? typed.map(({ id, domain = "" }) => ({ id, domain, dropped: false }));
  const [rows, setRows] = useState<readonly MoreDomain[]>(known);
  if (rows.length === 0) return null;
  const may = view.change !== null && drop !== undefined;
  const set = (id: string, dropped: boolean) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, dropped } : row)));
  return (
    <section aria-label={fields("label")} className="flex flex-col gap-1">
      <p className="font-semibold">{fields("label")}</p>
      <p className="text-small text-muted">{may ? t("hint") : fields("hint")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1">
            <span className="min-w-0 font-mono break-all">
              {row.dropped ? <s>{row.domain}</s> : row.domain}
            </span>
            {may && (
              <Drop
                row={row}
                send={(dropped) =>
                  drop({ orderId: view.order.id, service: site?.id, domain: row.id, drop: dropped })
                }
                done={(dropped) => set(row.id, dropped)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type DropProps = {
  row: MoreDomain;
  send: (dropped: boolean) => ReturnType<Action<unknown>>;
  done: (dropped: boolean) => void;
};

function Drop({ row: { domain, dropped }, send, done }: DropProps) {
  const t = useTranslations("sections.moreDomains");
  const errors = useTranslations("errors");
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  async function press() {
    if (busy) return;
    setBusy(true);
    try {
      const answer = await send(!dropped);
      if (answer.ok) done(!dropped);
      else toast(refusalText(errors, answer.error), "refused");
    } catch (error) {
      toast(errors("busy.text"), "refused");
      throw error;
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button
        size="small"
        loading={busy}
        onClick={press}
        aria-label={t(dropped ? "keepOf" : "dropOf", { domain })}
      >
        {t(dropped ? "keep" : "drop")}
      </Button>
      <span role="status" className="text-small text-tone-you">
        {dropped && t("dropped")}
      </span>
    </>
  );
}
