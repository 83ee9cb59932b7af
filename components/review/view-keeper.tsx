"use client";

import { Bookmark, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRun } from "@/components/form/use-run";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/define-action";

type Act<I, V> = (input: I) => Promise<ActionResult<V>>;

type Props = {
  view: string;
  query: string;
  /** The saved view one looks at; null: none, it can be saved. */
  saved: { readonly id: string; readonly name: string } | null;
  /** Where one is once the saved view is gone. */
  plainHref: string;
  save: Act<{ name: string; view: string; query: string }, { id: string }>;
  rename: Act<{ id: string; name: string }, null>;
  remove: Act<{ id: string }, null>;
};

/** Keeps what one looks at under a name; or renames and removes it. */
export function ViewKeeper({ view, query, saved, plainHref, save, rename, remove }: Props) {
  const t = useTranslations("review.saved");
  const router = useRouter();
  const bench = useRun();
  const [open, setOpen] = useState(false);
  const href = (id: string) => `/review/queue/${view}?${query === "" ? "" : `${query}&`}saved=${id}`;
  const keep = (name: string) =>
    saved === null
      ? bench.run(
          () => save({ name, view, query }),
          ({ id }) => router.push(href(id)),
        )
      : bench.run(() => rename({ id: saved.id, name }));
  return (
    <span className="flex flex-wrap items-center gap-2">
      <NameDialog
        key={saved?.name ?? ""}
        title={t(saved ? "rename" : "save")}
        name={saved?.name ?? ""}
        trigger={
          <Button variant="quiet" icon={saved ? <Pencil aria-hidden /> : <Bookmark aria-hidden />}>
            {t(saved ? "rename" : "save")}
          </Button>
        }
        open={open}
        onOpen={(next) => {
          bench.clearError();
          setOpen(next);
        }}
        error={bench.error}
        busy={bench.busy}
        onKeep={(name) => void keep(name).then((done) => done && setOpen(false))}
      />
      {saved && (
        <Button
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          loading={bench.busy}
          onClick={() =>
            void bench.run(
              () => remove({ id: saved.id }),
              () => router.push(plainHref),
            )
          }
        >
          {t("remove")}
        </Button>
      )}
    </span>
  );
}

type NameProps = {
  title: string;
  name: string;
  trigger: React.ReactElement;
  open: boolean;
  onOpen: (open: boolean) => void;
  error: string | null;
  busy: boolean;
  onKeep: (name: string) => void;
};

function NameDialog({ title, name, trigger, open, onOpen, error, busy, onKeep }: NameProps) {
  const t = useTranslations("review.saved");
  const common = useTranslations("common");
  const [draft, setDraft] = useState(name);
  const id = useId();
  return (
    <Dialog
      {...{ title, trigger, open }}
      description={t("text")}
      onOpenChange={onOpen}
      footer={
        <>
          <Button onClick={() => onOpen(false)}>{common("cancel")}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={draft.trim() === ""}
            onClick={() => onKeep(draft)}
          >
            {common("save")}
          </Button>
        </>
      }
    >
      {error && (
        <div className="mb-3">
          <Notice tone="refused" role="alert">
            {error}
          </Notice>
        </div>
      )}
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t("name")}
      </label>
      <input
        id={id}
        value={draft}
        maxLength={40}
        onChange={(event) => setDraft(event.target.value)}
        className="h-9 w-full rounded-control border border-control bg-surface px-3"
      />
    </Dialog>
  );
}
