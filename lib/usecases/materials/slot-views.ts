import "server-only";
import { personById, serviceById } from "@/lib/filing/application/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { type ConsentKind, consentFor } from "@/lib/filing/policy/consents";
import { isLetter, LETTER_CODES, type Medium, mediumOf } from "@/lib/filing/policy/materials";
import type { MaterialCode, RequiredMaterial, Side } from "@/lib/filing/rules/material-types";
import { MATERIALS_RULE } from "@/lib/filing/rules/required-materials";
import type { Finding } from "@/lib/filing/rules/types";
import { fillsSlot } from "./asked-for";
import { isFilm, type MaterialRow } from "./current-materials";

export interface FilledView {
  readonly materialId: string;
  /** Of a letter: which template it follows, by the applicant's word. */
  readonly code: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly documentDate: string | null;
  readonly addedAt: number;
  /** Null: a film has no thumbnail. */
  readonly thumbUrl: string | null;
  readonly fileUrl: string;
}

export interface EarlierView extends FilledView {
  readonly replacedAt: number;
}

export interface SideView {
  readonly side: Side;
  readonly filled: FilledView | null;
  /** What lay here before, newest first; kept until the order closes. */
  readonly earlier: readonly EarlierView[];
}

export interface SlotView {
  readonly code: MaterialCode;
  readonly subject: string;
  /** Whose document: the unit's name, a person's name, a service's name; the applicant's own data. */
  readonly subjectLabel: string;
  readonly medium: Medium;
  /** Asked before the first file. */
  readonly consent: ConsentKind | null;
  readonly optional: boolean;
  readonly dated: boolean;
  /** Of letters: the templates there are, those accepted here first. */
  readonly kinds: readonly { readonly code: MaterialCode; readonly accepted: boolean }[];
  readonly reason: string;
  readonly params: RequiredMaterial["params"];
  readonly source: string;
  readonly sides: readonly SideView[];
  /** What the book says about the files that are there. */
  readonly findings: readonly Finding[];
}

/** A slot with what fills it. */
export function slotView(
  slot: RequiredMaterial,
  app: ApplicationDraft,
  files: readonly MaterialRow[],
  findings: readonly Finding[],
): SlotView {
  const { code, subject, optional, dated, reason, params, source } = slot;
  const own = files.filter((file) => fillsSlot(slot, file));
  const paths = new Set(own.map((file) => `materials[${file.code}:${file.subject}]`));
  return {
    ...{ code, subject, optional, dated, reason, params, source },
    subjectLabel: labelOf(app, subject),
    medium: mediumOf(code),
    consent: consentFor(code) ?? null,
    kinds: kindsOf(slot),
    sides: slot.sides.map((side) => sideView(side, own)),
    findings: findings.filter(({ rule, path }) => rule !== MATERIALS_RULE && paths.has(path)),
  };
}

function sideView(side: Side, own: readonly MaterialRow[]): SideView {
  const here = own.filter((file) => file.side === side);
  const file = here.find(({ replacedAt }) => replacedAt === null);
  return {
    side,
    filled: file ? fileView(file) : null,
    earlier: here
      .flatMap((row) => (row.replacedAt === null ? [] : [{ ...fileView(row), replacedAt: row.replacedAt }]))
      .reverse(),
  };
}

const fileView = (row: MaterialRow): FilledView => {
  const { id, code, bytes, width, height, documentDate, addedAt } = row;
  const fileUrl = `/api/materials/${id}`;
  const thumbUrl = isFilm(row) ? null : `${fileUrl}?thumb=1`;
  return { materialId: id, code, bytes, width, height, documentDate, addedAt, thumbUrl, fileUrl };
};

function kindsOf({ code, alternatives }: RequiredMaterial): SlotView["kinds"] {
  if (!isLetter(code)) return [];
  const accepted: readonly MaterialCode[] = [code, ...alternatives];
  const others = LETTER_CODES.filter((letter) => !accepted.includes(letter));
  return [
    ...accepted.map((letter) => ({ code: letter, accepted: true })),
    ...others.map((letter) => ({ code: letter, accepted: false })),
  ];
}

function labelOf(app: ApplicationDraft, subject: string): string {
  const id = /\[([^\]]+)\]/.exec(subject)?.[1];
  if (id === undefined) return app.entity.name ?? "";
  return personById(app, id)?.name ?? serviceById(app, id)?.name ?? "";
}
