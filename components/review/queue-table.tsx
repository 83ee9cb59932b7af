"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Avatar } from "@/components/ui/avatar";
import { ProgressBar } from "@/components/ui/bars";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Tone } from "@/components/ui/tone";
import { KeySheet } from "./key-sheet";
import { stepFocus, useKeysOff, useShortcuts } from "./shortcuts";
import type { BenchActions } from "./types";

export interface QueueItem {
  readonly entry: string;
  readonly href: string;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly organiser: string;
  readonly headline: string;
  readonly type: string;
  readonly province: string;
  readonly state: { readonly label: string; readonly tone: Tone };
  readonly round: number;
  readonly waited: string;
  /** Share of the expected time that has passed, 0…1 and beyond; null outside the review. */
  readonly age: number | null;
  readonly due: string;
  readonly claim: { readonly name: string; readonly mine: boolean } | null;
  /** Missed calls, each lead's own, as sentences. */
  readonly callbacks: readonly { readonly id: string; readonly tone: Tone; readonly text: string }[];
  readonly claimable: boolean;
}

type Props = { items: readonly QueueItem[]; claim: BenchActions["claim"] };

const ROW = "a[data-row]";
const focused = () => document.activeElement?.closest<HTMLElement>(ROW)?.dataset.row;

const LINES = [
  [["J", "K"], "move"],
  [["Enter"], "open"],
  [["C"], "claim"],
  [["/"], "search"],
  [["?"], "sheet"],
] as const;

/** The queue: rows of 40 px, moved through by keyboard. */
export function QueueTable({ items, claim }: Props) {
  const t = useTranslations("review.queue");
  const router = useRouter();
  const { busy, error, run } = useRun();
  const [off, setOff] = useKeysOff();
  const [sheet, setSheet] = useState(false);

  const take = ({ id, version, href }: QueueItem) =>
    run(
      () => claim({ orderId: id, version }),
      () => router.push(href),
    );
  const takeFocused = () => {
    const item = items.find(({ entry }) => entry === focused());
    if (item?.claimable) void take(item);
  };
  useShortcuts(
    {
      j: () => stepFocus(ROW, 1),
      k: () => stepFocus(ROW, -1),
      c: takeFocused,
      "/": () => document.querySelector<HTMLElement>("[data-search]")?.focus(),
      "?": () => setSheet(true),
    },
    off,
  );

  return (
    <>
      {error && (
        <div className="px-4 pb-3 sm:px-6">
          <Notice tone="refused" role="alert">
            {error}
          </Notice>
        </div>
      )}
      <Table stacked label={t("table")}>
        <THead>
          <Tr>
            <Th>{t("number")}</Th>
            <Th>{t("organiser")}</Th>
            <Th>{t("headline")}</Th>
            <Th>{t("type")}</Th>
            <Th>{t("province")}</Th>
            <Th>{t("waiting")}</Th>
            <Th>{t("claimed")}</Th>
          </Tr>
        </THead>
        <TBody>
          {items.map((item) => (
            <Tr key={item.entry}>
              <Td label={t("number")}>
                <Link
                  data-row={item.entry}
                  href={item.href}
                  className="font-mono whitespace-nowrap text-accent hover:underline"
                >
                  {item.number}
                </Link>
              </Td>
              <Td label={t("organiser")} className="truncate sm:max-w-64">
                {item.organiser}
              </Td>
              <Td label={t("headline")} className="truncate font-mono sm:max-w-56">
                {item.headline}
              </Td>
              <Td label={t("type")}>
                <span className="inline-flex flex-wrap items-center gap-2">
                  {item.type}
                  {item.round > 1 && (
                    <Tag plain tone="you">
                      {t("roundN", { n: item.round })}
                    </Tag>
                  )}
                </span>
              </Td>
              <Td label={t("province")} className="sm:whitespace-nowrap">
                {item.province}
              </Td>
              <Td label={t("waiting")}>
                <Waiting item={item} />
              </Td>
              <Td label={t("claimed")}>
                <Claim item={item} busy={busy} onClaim={() => void take(item)} />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      <div className="px-4 py-2 max-lg:hidden sm:px-6">
        <KeySheet lines={LINES} open={sheet} onOpen={setSheet} off={off} onOff={setOff} />
      </div>
    </>
  );
}

function Waiting({ item }: { item: QueueItem }) {
  const t = useTranslations("review.queue");
  if (item.age === null) return <Tag tone={item.state.tone}>{item.state.label}</Tag>;
  const late = item.age > 1;
  return (
    <span className="inline-flex min-w-0 flex-col gap-1 max-sm:items-end">
      <span className="inline-flex items-center gap-2 whitespace-nowrap">
        <ProgressBar
          value={Math.min(100, Math.round(item.age * 100))}
          max={100}
          tone={late ? "refused" : item.age > 0.6 ? "you" : "others"}
          label={late ? t("overdue") : item.waited}
          className="w-14"
        />
        <span className="text-small text-muted tabular-nums">{item.waited}</span>
      </span>
      <Callbacks calls={item.callbacks} />
    </span>
  );
}

function Callbacks({ calls }: { calls: QueueItem["callbacks"] }) {
  if (calls.length === 0) return null;
  return (
    <span className="inline-flex max-w-72 min-w-0 flex-col items-start gap-1 max-sm:items-end">
      {calls.map(({ id, tone, text }) => (
        <Tag key={id} tone={tone} wrap>
          {text}
        </Tag>
      ))}
    </span>
  );
}

function Claim({ item, busy, onClaim }: { item: QueueItem; busy: boolean; onClaim: () => void }) {
  const t = useTranslations("review.queue");
  if (item.claim)
    return (
      <span className="inline-flex items-center gap-2">
        <Avatar name={item.claim.name} />
        <span className="text-muted">{item.claim.mine ? t("me") : item.claim.name}</span>
      </span>
    );
  if (!item.claimable) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      loading={busy}
      onClick={onClaim}
      aria-label={`${t("claimAndOpen")} ${item.number}`}
    >
      {t("claim")}
    </Button>
  );
}
