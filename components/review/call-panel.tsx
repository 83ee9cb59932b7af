"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { type CalledNumber, PHONE_OUTCOMES } from "@/lib/filing/lifecycle/types";
import { ProofTag } from "./proof-tag";
import type { BenchActions, BenchPerson } from "./types";

type Props = {
  orderId: string;
  version: number;
  people: readonly BenchPerson[];
  recordCall: BenchActions["recordCall"];
};

/** Phoning the leads: each with number, last outcome, and what came of the call now. */
export function CallPanel({ orderId, version, people, recordCall }: Props) {
  const t = useTranslations("review.bench");
  const missing = people.filter(({ outcome }) => outcome !== "REACHED_OK").length;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("calls")}
      description={t("phoneNeeded")}
      trigger={
        <Button data-key="calls" icon={<Phone aria-hidden />}>
          {t("calls")}
          <Tag plain tone={missing > 0 ? "you" : "done"}>
            {people.length - missing}/{people.length}
          </Tag>
        </Button>
      }
    >
      <ul className="flex flex-col gap-4">
        {people.map((person) => (
          <Call key={person.personId} {...{ person, orderId, version, recordCall }} />
        ))}
      </ul>
    </Dialog>
  );
}

function Call({ person, orderId, version, recordCall }: Omit<Props, "people"> & { person: BenchPerson }) {
  const t = useTranslations("review.bench");
  const { busy, error, run } = useRun();
  const [outcome, setOutcome] = useState<string>("REACHED_OK");
  const [number, setNumber] = useState<CalledNumber>("phone1");
  const [note, setNote] = useState("");
  const ids = { outcome: useId(), note: useId() };
  const save = () =>
    run(
      () => recordCall({ orderId, version, personId: person.personId, number, outcome, note }),
      () => setNote(""),
    );
  return (
    <li className="border-b border-line pb-4 last:border-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{person.name}</span>
        <span className="text-small text-muted">{person.role}</span>
        {person.proof && <ProofTag {...person.proof} />}
        {person.outcome && (
          <Tag tone={person.outcome === "REACHED_OK" ? "done" : "you"}>
            {t(`outcomes.${person.outcome}` as "outcomes.NO_ANSWER")}
          </Tag>
        )}
        {person.second && <Tag tone={person.second.due ? "you" : "others"}>{person.second.text}</Tag>}
        {person.callback && <Tag tone={person.callback.asked ? "you" : "others"}>{person.callback.text}</Tag>}
      </p>
      {error && (
        <div className="mt-2">
          <Notice tone="refused" role="alert">
            {error}
          </Notice>
        </div>
      )}
      <fieldset className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{t("number")}</legend>
        {person.numbers.map((one) => (
          <label key={one.number} className="inline-flex min-h-7 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={`${ids.note}-number`}
              checked={number === one.number}
              onChange={() => setNumber(one.number)}
              className="accent-accent"
            />
            <span className="tabular-nums">{one.text}</span>
          </label>
        ))}
      </fieldset>
      <div className="mt-2 grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <label htmlFor={ids.outcome} className="sr-only">
          {t("outcome")}
        </label>
        <select
          id={ids.outcome}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          className="h-9 rounded-control border border-control bg-surface px-2"
        >
          {PHONE_OUTCOMES.map((code) => (
            <option key={code} value={code}>
              {t(`outcomes.${code}`)}
            </option>
          ))}
        </select>
        <label htmlFor={ids.note} className="sr-only">
          {t("note")}
        </label>
        <input
          id={ids.note}
          value={note}
          maxLength={1000}
          placeholder={t("note")}
          onChange={(event) => setNote(event.target.value)}
          className="h-9 min-w-0 rounded-control border border-control bg-surface px-3"
        />
        <Button
          variant="primary"
          loading={busy}
          onClick={() => void save()}
          aria-label={`${t("record")} ${person.name}`}
        >
          {t("record")}
        </Button>
      </div>
    </li>
  );
}
