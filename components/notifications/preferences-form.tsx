"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Form } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { Refusal } from "@/lib/filing/shared/refusal";
import { refusalText } from "@/lib/messages/refusal-text";
import type { Action } from "../filing/actions";

type Channel = "mail" | "sms";
export type ChoiceCell = {
  readonly on: boolean;
  /** The sentence in place of a box one may not change; null: one may. */
  readonly instead: string | null;
  /** Name of the box. */
  readonly name: string;
};
export type PreferenceRow = {
  readonly group: string;
  readonly label: string;
  readonly text: string;
  readonly cells: Readonly<Record<Channel, ChoiceCell>>;
};

type Props = { rows: readonly PreferenceRow[]; save: Action };
const CHANNELS: readonly Channel[] = ["mail", "sms"];

/** Groups of messages × ways; nothing is sent until one saves. */
export function PreferencesForm({ rows, save }: Props) {
  const t = useTranslations("notifications.settings");
  const errors = useTranslations("errors");
  const router = useRouter();
  const toast = useToast();
  const [pending, start] = useTransition();
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const [refused, setRefused] = useState<Refusal | null>(null);
  const submit = () =>
    start(async () => {
      const choices = rows.flatMap(({ group, cells }) =>
        CHANNELS.filter((channel) => cells[channel].instead === null).map((channel) => ({
          group,
          channel,
          on: changed[`${group}.${channel}`] ?? cells[channel].on,
        })),
      );
      const answer = await save({ choices });
      setRefused(answer.ok ? null : answer.error);
      if (answer.ok) toast(t("saved"), "done");
      router.refresh();
    });
  return (
    <Form onSubmit={submit}>
      <Table label={t("what")} stacked>
        <THead>
          <Tr>
            <Th>{t("event")}</Th>
            <Th>{t("mail")}</Th>
            <Th>{t("sms")}</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ group, label, text, cells }) => (
            <Tr key={group}>
              <Td className="whitespace-normal">
                <div>
                  <p className="font-semibold">{label}</p>
                  <p className="text-muted">{text}</p>
                </div>
              </Td>
              {CHANNELS.map((channel) => (
                <Td key={channel} label={t(channel)} className="sm:w-28">
                  <Choice
                    cell={cells[channel]}
                    checked={changed[`${group}.${channel}`] ?? cells[channel].on}
                    change={(on) => setChanged({ ...changed, [`${group}.${channel}`]: on })}
                  />
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
      <div className="flex flex-col items-start gap-4 px-4 py-4 sm:px-6">
        {refused && (
          <Notice tone="refused" role="alert">
            {refusalText(errors, refused)}
          </Notice>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          {t("save")}
        </Button>
      </div>
    </Form>
  );
}

type ChoiceProps = { cell: ChoiceCell; checked: boolean; change: (on: boolean) => void };

function Choice({ cell, checked, change }: ChoiceProps) {
  if (cell.instead !== null) return <span className="text-muted">{cell.instead}</span>;
  return (
    <label className="inline-flex size-8 items-center justify-center">
      <input
        type="checkbox"
        aria-label={cell.name}
        checked={checked}
        onChange={(event) => change(event.target.checked)}
        className="size-[18px] accent-accent"
      />
    </label>
  );
}
