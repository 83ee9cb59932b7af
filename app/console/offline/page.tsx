import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { NewNote } from "@/components/filing/offline/new-note";
import { Messages } from "@/components/shell/messages";
import { ActButton } from "@/components/ui/act-button";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import { OFFLINE_OUTCOMES } from "@/lib/filing/guide/offline-note";
import { requireActor } from "@/lib/http/page";
import { provinceName } from "@/lib/messages/codes";
import { ERRORS_OF_LEAVING } from "@/lib/messages/error-parts";
import { formatDate } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { listOfflineNotes, type OfflineNote } from "@/lib/usecases/offline/notes";
import { viewOr404 } from "../view";
import { addOfflineNoteAction, closeOfflineNoteAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offlineNotes"))("title") };
}

/** What the account sent to authorities on paper, and what came of it. */
export default async function OfflineNotesPage() {
  const actor = await requireActor("filing.read.own");
  const notes = viewOr404(await listOfflineNotes(actor));
  const t = await getTranslations("offlineNotes");
  return (
    <Messages namespaces={["offlineNotes", ...ERRORS_OF_LEAVING]}>
      <PageHeader
        title={t("title")}
        description={t("text")}
        action={<ButtonLink href="/ways-out/shell-entity">{t("guide")}</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <Panel title={t("list")} flush={notes.length === 0}>
          {notes.length === 0 ? (
            <EmptyState title={t("empty")} />
          ) : (
            <ul className="flex flex-col divide-y divide-line">
              {notes.map((note) => (
                <Note key={note.id} note={note} />
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t("new")}>
          <NewNote add={addOfflineNoteAction} />
        </Panel>
      </div>
    </Messages>
  );
}

const TONE = { waiting: "others", cancelled: "done", refused: "refused" } as const;

async function Note({ note }: { note: OfflineNote }) {
  const [t, locale] = [await getTranslations("offlineNotes"), toLocale(await getLocale())];
  const { id, version, about, province, subject, sent, sentOn, outcome } = note;
  return (
    <li className="flex flex-col gap-1 py-4 first:pt-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{subject}</span>
        <Tag tone={TONE[outcome]}>{t(`outcomeOf.${outcome}`)}</Tag>
      </p>
      <p className="text-muted">{t(`aboutOf.${about}`)}</p>
      <p className="break-words">{sent}</p>
      <p className="text-small text-muted">
        {t("sentLine", {
          date: formatDate(Date.parse(sentOn), locale),
          province: provinceName(province, locale),
        })}
      </p>
      <p className="mt-1 flex flex-wrap gap-2">
        {OFFLINE_OUTCOMES.filter((one) => one !== outcome).map((one) => (
          <ActButton
            key={one}
            size="small"
            action={closeOfflineNoteAction}
            input={{ noteId: id, version, outcome: one }}
            label={t(`mark.${one}`)}
          />
        ))}
      </p>
    </li>
  );
}
