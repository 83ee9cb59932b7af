"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { BenchKeys } from "./bench-keys";
import { ClaimControls, type ClaimProps } from "./claim-controls";
import { DecisionBar } from "./decision-bar";
import { DismissDialog } from "./dismiss-dialog";
import { DocumentPane } from "./document-pane";
import { FieldsPane } from "./fields-pane";
import { InterceptButton } from "./intercept-button";
import { ItemDialog } from "./item-dialog";
import { QualificationPanel } from "./qualification-panel";
import { SectionsPane } from "./sections-pane";
import { SiteChecklist } from "./site-checklist";
import type {
  BenchActions,
  BenchDocument,
  BenchFinding,
  BenchGroup,
  BenchLine,
  BenchMark,
  BenchPerson,
  BenchQualification,
  BenchReason,
  BenchSite,
  BenchTemplate,
  TemplateActions,
} from "./types";
import { useItems } from "./use-items";

export type WorkbenchProps = Omit<ClaimProps, "onNext"> & {
  /** Number, state, organiser: the line on top. */
  heading: ReactNode;
  /** What the reviewer is told above the fields: look-ups to make, a newer policy that would judge differently. */
  words?: ReactNode;
  /** Approved and not yet handed over: it can still be held back. */
  interceptable: boolean;
  groups: readonly BenchGroup[];
  general: readonly BenchFinding[];
  sites: readonly BenchSite[];
  qualifications: readonly BenchQualification[];
  documents: readonly BenchDocument[];
  reasons: readonly BenchReason[];
  templates: readonly BenchTemplate[];
  templateActions: TemplateActions;
  /** The reader may make wordings for everybody. */
  mayShare: boolean;
  people: readonly BenchPerson[];
  rounds: readonly BenchLine[];
  calls: readonly BenchLine[];
  history: readonly BenchLine[];
  /** Approving as things stand takes a reason in words. */
  needsOverride: boolean;
  pushDelayMinutes: number;
  actions: BenchActions;
  /** The list one came from: where one goes back to, and where the next order is. */
  from: { readonly view: string; readonly query: string; readonly href: string };
};

/** The reviewer's desk: sections, fields with findings, documents, and the decision below. Fits 1366 × 768. */
export function Workbench(props: WorkbenchProps) {
  const { orderId, version, claim, open, groups, general, documents, reasons, actions, from } = props;
  const t = useTranslations("review.bench");
  const router = useRouter();
  const { items, editing, collect, use, keep, edit, remove } = useItems();
  const [dismissing, setDismissing] = useState<BenchFinding | null>(null);
  const [shown, setShown] = useState(0);
  const mine = open && claim?.mine === true;
  const show = (wanted: (doc: BenchDocument) => boolean) =>
    setShown(Math.max(0, documents.findIndex(wanted)));
  const showFile = (id: string) => show((doc) => doc.id === id);
  const leave = () => router.push(from.href);
  /** What comes next in the list one came from; where nothing is left, the list says so. */
  async function onNext(): Promise<boolean> {
    const { view, query } = from;
    const next = await actions.next({ view, query, after: orderId });
    const found = next.ok ? next.value : null;
    const rest = query === "" ? "" : `&${query}`;
    router.push(
      found ? `/review/orders/${found.orderId}?view=${view}${rest}` : `/review/queue/${view}?done=1${rest}`,
    );
    return found !== null;
  }
  const itemOfMark = ({ target, label, code }: BenchMark, number: string) =>
    use({ target, targetLabel: `${number} · ${label}`, rejection: code, text: "" });
  const siteOf = (subject: string) => {
    const site = props.sites.find((one) => one.subject === subject);
    return site === undefined ? null : (
      <SiteChecklist
        {...{ orderId, version, site }}
        checkSite={mine ? actions.checkSite : undefined}
        onBad={(mark) => itemOfMark(mark, site.number)}
        onUse={mine ? use : undefined}
        onDismiss={mine ? setDismissing : undefined}
      />
    );
  };
  const dutyOf = (subject: string) => {
    const one = props.qualifications.find((duty) => duty.subject === subject);
    return one === undefined ? null : (
      <QualificationPanel
        {...{ orderId, version, one }}
        verify={mine ? actions.verify : undefined}
        onBad={() => use({ target: one.target, targetLabel: one.name, rejection: one.code, text: "" })}
      />
    );
  };

  return (
    <div data-wide className="flex flex-col lg:h-[calc(100dvh-5.5rem)]">
      <header className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-surface px-4 py-2 sm:px-6">
        {props.heading}
        <span className="flex flex-wrap items-center justify-end gap-x-1 gap-y-2">
          <ClaimControls
            {...{ orderId, version, claim, open, actions, onNext }}
            colleagues={props.colleagues}
          />
          {props.interceptable && <InterceptButton {...{ orderId, version }} intercept={actions.intercept} />}
          <BenchKeys onLeave={leave} />
        </span>
      </header>
      <div className="grid min-h-0 flex-1 lg:grid-cols-[13.5rem_minmax(0,1fr)_minmax(22rem,38%)]">
        <div className="min-h-0 overflow-y-auto border-line bg-surface max-lg:order-last max-lg:border-t lg:border-r">
          <SectionsPane
            {...{ groups, items }}
            rounds={props.rounds}
            calls={props.calls}
            history={props.history}
            onShowFile={showFile}
          />
        </div>
        <div className="min-h-0 overflow-y-auto bg-surface">
          {props.words}
          <FieldsPane
            {...{ groups, general, siteOf, dutyOf }}
            collected={new Set(items.map(({ target }) => target))}
            onCollect={mine ? collect : undefined}
            onUse={mine ? use : undefined}
            onDismiss={mine ? setDismissing : undefined}
            onShowDocument={(subject) => show((doc) => doc.subject === subject)}
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
          {...{ orderId, version, items, reasons, actions, onNext }}
          people={props.people}
          needsOverride={props.needsOverride}
          pushDelayMinutes={props.pushDelayMinutes}
          onEdit={edit}
          onRemove={remove}
          onDone={leave}
        />
      )}
      {editing && (
        <ItemDialog
          key={editing.key}
          item={editing}
          reasons={reasons}
          templates={props.templates}
          templateActions={props.templateActions}
          mayShare={props.mayShare}
          isNew={!items.some(({ key }) => key === editing.key)}
          onSave={keep}
          onClose={() => edit(null)}
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
