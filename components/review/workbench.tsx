"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DecisionBar } from "./decision-bar";
import { DismissDialog } from "./dismiss-dialog";
import { DocumentPane } from "./document-pane";
import { FieldsPane } from "./fields-pane";
import { InterceptButton } from "./intercept-button";
import { ItemDialog } from "./item-dialog";
import { SectionsPane } from "./sections-pane";
import type {
  BenchActions,
  BenchDocument,
  BenchFinding,
  BenchGroup,
  BenchItem,
  BenchLine,
  BenchPerson,
  BenchReason,
} from "./types";
import { useBench } from "./use-bench";

export type WorkbenchProps = {
  orderId: string;
  version: number;
  /** Number, state, organiser: the line on top. */
  heading: ReactNode;
  /** A word about a newer policy, when it would judge differently. */
  newerPolicy?: ReactNode;
  claim: { readonly name: string; readonly mine: boolean } | null;
  /** The order is in the provider's review: it can be claimed and decided. */
  open: boolean;
  /** Approved and not yet handed over: it can still be held back. */
  interceptable: boolean;
  groups: readonly BenchGroup[];
  general: readonly BenchFinding[];
  documents: readonly BenchDocument[];
  reasons: readonly BenchReason[];
  people: readonly BenchPerson[];
  rounds: readonly BenchLine[];
  calls: readonly BenchLine[];
  history: readonly BenchLine[];
  /** Approving as things stand takes a reason in words. */
  needsOverride: boolean;
  pushDelayMinutes: number;
  actions: BenchActions;
  queueHref: string;
};

/** The reviewer's desk: sections, fields with findings, documents, and the decision below. Fits 1366 × 768. */
export function Workbench(props: WorkbenchProps) {
  const { orderId, version, heading, claim, open, groups, general, documents, reasons, actions, queueHref } =
    props;
  const t = useTranslations("review.bench");
  const router = useRouter();
  const [items, setItems] = useState<readonly BenchItem[]>([]);
  const [editing, setEditing] = useState<BenchItem | null>(null);
  const [dismissing, setDismissing] = useState<BenchFinding | null>(null);
  const [shown, setShown] = useState(0);
  const mine = open && claim?.mine === true;

  function collect(target: string, targetLabel: string) {
    const known = items.find((item) => item.target === target);
    setEditing(known ?? { key: `${target}#${items.length}`, code: "", target, targetLabel, suggestion: "" });
  }
  /** A finding is an item already: reason, place and what to do. */
  function use({ target, targetLabel, rejection, text }: BenchFinding) {
    const code = rejection ?? "";
    const known = items.find((item) => item.target === target && item.code === code);
    setEditing(known ?? { key: `${target}#${items.length}`, code, target, targetLabel, suggestion: text });
  }
  function keep(item: BenchItem) {
    setItems((list) => [...list.filter(({ key }) => key !== item.key), item]);
    setEditing(null);
  }
  const show = (wanted: (doc: BenchDocument) => boolean) =>
    setShown(Math.max(0, documents.findIndex(wanted)));
  const showDocument = (subject: string) => show((doc) => doc.subject === subject);
  const showFile = (id: string) => show((doc) => doc.id === id);
  const leave = () => router.push(queueHref);

  return (
    <div data-wide className="flex flex-col lg:h-[calc(100dvh-5.5rem)]">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2 sm:px-6">
        {heading}
        <ClaimControls {...{ orderId, version, claim, open, actions }} />
        {props.interceptable && <InterceptButton {...{ orderId, version }} intercept={actions.intercept} />}
      </header>
      <div className="grid min-h-0 flex-1 lg:grid-cols-[13.5rem_minmax(0,1fr)_minmax(22rem,38%)]">
        <div className="min-h-0 overflow-y-auto border-line bg-surface max-lg:hidden lg:border-r">
          <SectionsPane
            {...{ groups, items }}
            rounds={props.rounds}
            calls={props.calls}
            history={props.history}
            onShowFile={showFile}
          />
        </div>
        <div className="min-h-0 overflow-y-auto bg-surface">
          {props.newerPolicy}
          <FieldsPane
            {...{ groups, general }}
            collected={new Set(items.map(({ target }) => target))}
            onCollect={mine ? collect : undefined}
            onUse={mine ? use : undefined}
            onDismiss={mine ? setDismissing : undefined}
            onShowDocument={showDocument}
            hasDocument={(subject) => documents.some((doc) => doc.subject === subject)}
          />
        </div>
        <div className="min-h-0 border-line bg-surface max-lg:border-t lg:border-l">
          <DocumentPane
            documents={documents}
            current={shown}
            onCurrent={setShown}
            {...(mine ? { onFlag: collect } : {})}
          />
        </div>
      </div>
      {mine && (
        <DecisionBar
          {...{ orderId, version, items, reasons, actions }}
          people={props.people}
          needsOverride={props.needsOverride}
          pushDelayMinutes={props.pushDelayMinutes}
          onEdit={setEditing}
          onRemove={(key) => setItems((list) => list.filter((item) => item.key !== key))}
          onDone={leave}
        />
      )}
      {editing && (
        <ItemDialog
          key={editing.key}
          item={editing}
          reasons={reasons}
          isNew={!items.some(({ key }) => key === editing.key)}
          onSave={keep}
          onClose={() => setEditing(null)}
        />
      )}
      {dismissing && (
        <DismissDialog
          {...{ orderId, version }}
          finding={dismissing}
          dismiss={actions.dismiss}
          onClose={() => setDismissing(null)}
        />
      )}
      <span className="sr-only" role="status">
        {t("itemsCount", { count: items.length })}
      </span>
    </div>
  );
}

type ClaimProps = Pick<WorkbenchProps, "orderId" | "version" | "claim" | "open" | "actions">;

function ClaimControls(props: ClaimProps) {
  const bench = useBench();
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      {bench.error && (
        <Notice tone="refused" role="alert">
          {bench.error}
        </Notice>
      )}
      <Claim {...props} {...bench} />
    </div>
  );
}

/** Who has the order, and what follows from it; also after a lost race, when the page has been refreshed. */
function Claim({
  orderId,
  version,
  claim,
  open,
  actions,
  busy,
  run,
}: ClaimProps & ReturnType<typeof useBench>) {
  const t = useTranslations("review.bench");
  if (!open) return null;
  if (claim?.mine)
    return (
      <Button
        variant="quiet"
        loading={busy}
        onClick={() => void run(() => actions.release({ orderId, version }))}
      >
        {t("release")}
      </Button>
    );
  if (claim) return <p className="text-muted">{t("heldBy", { name: claim.name })}</p>;
  return (
    <>
      <p className="max-w-md text-small text-muted">{t("notHeld")}</p>
      <Button
        variant="primary"
        loading={busy}
        onClick={() => void run(() => actions.claim({ orderId, version }))}
      >
        {t("claim")}
      </Button>
    </>
  );
}
