"use client";

import { clsx } from "clsx";
import { Mail, MessageSquareText, RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/form/select";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ActionResult } from "@/lib/http/define-action";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import type { MailboxMessage } from "@/lib/usecases/sandbox/list-mailbox";
import { MessageView } from "./message-view";

const REFRESH_MS = 3_000;

type Props = {
  messages: readonly MailboxMessage[];
  steer: (raw: unknown) => Promise<ActionResult<unknown>>;
};

/** List and opened message side by side. The filter lives here: receivers never stand in an address. */
export function Mailbox({ messages, steer }: Props) {
  const t = useTranslations("sandbox.mailbox");
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const [channel, setChannel] = useState("");
  const [receiver, setReceiver] = useState("");
  const [openId, setOpenId] = useState<string>();
  const [live, setLive] = useState(true);

  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [live, router]);

  const shown = messages.filter(
    (message) => (!channel || message.channel === channel) && (!receiver || message.to === receiver),
  );
  const opened = shown.find((message) => message.id === openId) ?? shown[0];
  const receivers = [...new Set(messages.map((message) => message.to))].sort();
  const refresh = () =>
    startTransition(async () => {
      await steer({ to: "now" });
      startTransition(() => router.refresh());
    });

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <FormField name="channel" label={t("channel")} stacked optional={false}>
          <Select
            className="w-36"
            placeholder={t("all")}
            value={channel}
            onChange={(event) => setChannel(event.target.value)}
            options={[
              { value: "mail", label: t("mail") },
              { value: "sms", label: t("sms") },
            ]}
          />
        </FormField>
        <FormField name="receiver" label={t("receiver")} stacked>
          <Select
            className="w-64 max-w-full"
            placeholder={t("all")}
            value={receiver}
            onChange={(event) => setReceiver(event.target.value)}
            options={receivers.map((value) => ({ value, label: value }))}
          />
        </FormField>
        <div className="flex items-center gap-4 pb-0.5">
          <Button icon={<RefreshCw aria-hidden />} loading={busy} onClick={refresh}>
            {t("deliver")}
          </Button>
          <label className="inline-flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              checked={live}
              onChange={(event) => setLive(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t("live")}
          </label>
        </div>
      </div>
      {opened === undefined ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
        </div>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <MessageList messages={shown} openId={opened.id} onOpen={setOpenId} />
          <MessageView message={opened} />
        </div>
      )}
    </div>
  );
}

type ListProps = { messages: readonly MailboxMessage[]; openId: string; onOpen: (id: string) => void };

function MessageList({ messages, openId, onOpen }: ListProps) {
  const t = useTranslations("sandbox.mailbox");
  const locale = toLocale(useLocale());
  return (
    <ul
      aria-label={t("list")}
      className="flex max-h-[70vh] flex-col overflow-y-auto rounded-panel border border-line bg-surface max-lg:max-h-72"
    >
      {messages.map((message) => {
        const Icon = message.channel === "mail" ? Mail : MessageSquareText;
        const isOpen = message.id === openId;
        return (
          <li key={message.id} className="border-b border-line last:border-0">
            <button
              type="button"
              aria-current={isOpen || undefined}
              data-message={message.channel}
              onClick={() => onOpen(message.id)}
              className={clsx(
                "flex w-full items-start gap-3 px-4 py-3 text-left -outline-offset-2",
                isOpen ? "bg-accent-wash" : "hover:bg-canvas",
              )}
            >
              <Icon aria-label={t(message.channel)} className="mt-0.5 size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className={clsx("block truncate", isOpen && "font-semibold")}>
                  {message.subject ?? message.body}
                </span>
                <span className="flex justify-between gap-3 text-small text-muted">
                  <span className="truncate">{message.to}</span>
                  <span className="shrink-0 tabular-nums">{formatDateTime(message.at, locale)}</span>
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
